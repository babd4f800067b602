import { describe, expect, it } from 'vitest';
import { concludedSummary, summaryView } from '@/testing/data';
import { hrContent } from './hrContent';

const me = { name: 'Anna Holm', team: 'Borgerservice' };

describe('what HR gets', () => {
  it('is the text, whose it is and when, and not who the partner was or who approved', () => {
    const content = hrContent(me, concludedSummary());
    expect(content).toEqual({
      name: 'Anna Holm',
      team: 'Borgerservice',
      workedWell: 'Roen fra start.',
      focusPoints: ['Slip skærmen', 'Lad borgeren opsummere'],
      learning: 'Vi prøver pausen af.',
      followUpHow: 'En kop kaffe',
      followUpOn: '2027-01-14',
      concludedAt: '2026-12-16T09:45:00Z',
    });
  });

  it('is nothing before the round is concluded', () => {
    expect(hrContent(me, summaryView())).toBeUndefined();
  });
});
