import { describe, expect, it } from 'vitest';
import { anna, bo, roundView } from '@/testing/data';
import { togetherByWhat } from './togetherByWhat';

const row = (given: object) => ({
  id: 'x',
  content: 'REFLECTIONS' as const,
  reader: bo,
  roundId: roundView().id,
  dialogueId: 'a',
  topics: ['welcome'],
  at: '2026-11-23T10:00:00Z',
  ...given,
});

describe('reads of what I shared', () => {
  it('are told once for each thing, with all topics and the latest time', () => {
    const [one, ...more] = togetherByWhat([
      row({ topics: ['needs'] }),
      row({ at: '2026-11-22T10:00:00Z' }),
    ]);
    expect(more).toEqual([]);
    expect(one?.count).toBe(2);
    expect(one?.latest.at).toBe('2026-11-23T10:00:00Z');
    expect([...(one?.topics ?? [])]).toEqual(['needs', 'welcome']);
  });

  it('are kept apart by dialogue, by reader, by what was read and by its revision', () => {
    const summary = (revision: number) =>
      row({
        content: 'SUMMARY',
        reader: undefined,
        system: 'HR',
        dialogueId: undefined,
        topics: [],
        revision,
      });
    const kinds = togetherByWhat([
      row({}),
      row({ dialogueId: 'b' }),
      row({ reader: anna }),
      summary(1),
      summary(2),
      summary(2),
    ]);
    expect(kinds).toHaveLength(5);
  });
});
