import { describe, expect, it } from 'vitest';
import { dueOf } from './deletion';

const recording = { consented: true, deleteBy: '2026-12-16' };

describe('the last day of a recording', () => {
  it.each([
    ['2026-12-12', 'later'],
    ['2026-12-13', 'soon'],
    ['2026-12-16', 'soon'],
    ['2026-12-17', 'overdue'],
  ] as const)('seen on %s is %s', (on, due) => {
    expect(dueOf(recording, on)).toBe(due);
  });

  it('is over once its deletion is confirmed', () => {
    expect(
      dueOf({ ...recording, deletedAt: '2026-12-20T08:00:00Z' }, '2026-12-31'),
    ).toBeUndefined();
  });

  it('is now once the yes was taken back, however far off the last day was', () => {
    const withdrawn = { ...recording, withdrawnAt: '2026-12-01T08:00:00Z' };
    expect(dueOf(withdrawn, '2026-12-02')).toBe('withdrawn');
    expect(
      dueOf({ ...withdrawn, deletedAt: '2026-12-02T08:00:00Z' }, '2026-12-02'),
    ).toBeUndefined();
  });

  it('is none where nobody agreed to be recorded', () => {
    expect(dueOf({ consented: false }, '2026-12-31')).toBeUndefined();
    expect(dueOf(undefined, '2026-12-31')).toBeUndefined();
  });
});
