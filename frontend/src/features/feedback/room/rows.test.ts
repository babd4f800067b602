import { describe, expect, it } from 'vitest';
import { moved, newRow, rowsFor } from './rows';

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('the rows of a list', () => {
  it('keep their names when one comes or goes elsewhere', () => {
    const rows = ['a', 'b', 'c'].map(newRow);
    const now = rowsFor(['a', 'c', 'd'], rows);
    expect(now.map(({ text }) => text)).toEqual(['a', 'c', 'd']);
    expect(ids(now).slice(0, 2)).toEqual([rows[0]?.id, rows[2]?.id]);
  });

  it('give two that say the same a name each', () => {
    const now = rowsFor(['', ''], [newRow('')]);
    expect(new Set(ids(now)).size).toBe(2);
  });

  it('move one place, and no further than the ends', () => {
    const rows = ['a', 'b'].map(newRow);
    expect(moved(rows, 0, 1).map(({ text }) => text)).toEqual(['b', 'a']);
    expect(moved(rows, 0, -1).map(({ text }) => text)).toEqual(['a', 'b']);
    expect(moved(rows, 1, 2).map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
