import { describe, expect, it } from 'vitest';
import { followUpView } from '@/testing/data';
import { contentOf, followUpDocument, outcomesOf } from './followUpDocument';

describe('the follow-up of the focus points', () => {
  it('is a status and a note for each point, and comes back as it was', () => {
    const points = [
      { text: 'Slip skærmen', status: 'KEPT_GOING' as const, note: 'Drejet væk' },
      { text: 'Lad borgeren opsummere', note: '' },
    ];
    expect(outcomesOf(contentOf(points))).toEqual([
      { status: 'KEPT_GOING', note: 'Drejet væk' },
      { note: '' },
    ]);
  });

  it('has an outcome for every point, also those nothing is said of', () => {
    expect(outcomesOf(followUpDocument.held(followUpView()).content)).toHaveLength(2);
  });

  it('never joins two statuses', () => {
    expect(followUpDocument.whole).toContain('status.0');
    expect(followUpDocument.whole).not.toContain('note.0');
  });
});
