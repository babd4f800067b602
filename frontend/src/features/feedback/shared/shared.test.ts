import { describe, expect, it } from 'vitest';
import { ownFeedback, sharedDialogue } from '@/testing/data';
import { sharedFeedback, sharedReflections } from './shared';

describe('what is shared', () => {
  it('of the evaluatee’s own reflections are those with the sign, and with words', () => {
    const own = { version: 1, moments: [] };
    const shown = sharedReflections(sharedDialogue(), {
      reader: 'EVALUATEE',
      reflections: [
        { ...own, topic: 'welcome', text: 'Delt', shared: true },
        { ...own, topic: 'needs', text: 'Ikke delt', shared: false },
        { ...own, topic: 'closing', text: '', shared: true },
      ],
    });
    expect(shown.map(({ text }) => text)).toEqual(['Delt']);
  });

  it('keeps a reflection that is only moments', () => {
    const shown = sharedReflections(sharedDialogue(), {
      reader: 'PARTNER',
      reflections: [{ topic: 'welcome', text: '', moments: [{ second: 8, note: 'Smil' }] }],
    });
    expect(shown).toHaveLength(1);
  });

  it('of the partner’s words is never a note, and each part only when it is shared', () => {
    const shown = sharedFeedback({
      reader: 'PARTNER',
      topics: [
        ownFeedback('welcome', {
          note: 'Min egen note',
          questions: ['Hvad så du?'],
          questionsShared: true,
          feedback: 'Endnu ikke',
        }),
        ownFeedback('needs', { note: 'Kun min', feedback: 'Endnu ikke' }),
        ownFeedback('closing', { feedbackShared: true }),
      ],
    });
    expect(shown).toEqual([{ topic: 'welcome', questions: ['Hvad så du?'], feedback: '' }]);
  });
});
