import { describe, expect, it } from 'vitest';
import { merge, same, sameContent } from './merge';

describe('merging field by field', () => {
  const base = { well: 'ro', learning: 'pause', on: '2027-01-01' };

  it('takes from each what only they changed', () => {
    const { merged, conflicts } = merge(
      base,
      { ...base, well: 'ro og varme' },
      { ...base, learning: 'pausen virker' },
    );
    expect(merged).toEqual({ well: 'ro og varme', learning: 'pausen virker', on: '2027-01-01' });
    expect(conflicts).toEqual([]);
  });

  it('keeps mine and names the field when both changed it', () => {
    const { merged, conflicts } = merge(
      base,
      { ...base, well: 'min' },
      { ...base, well: 'din', learning: 'ny' },
    );
    expect(merged).toEqual({ well: 'min', learning: 'ny', on: '2027-01-01' });
    expect(conflicts).toEqual(['well']);
  });

  it('sees no conflict where both wrote the same', () => {
    expect(merge(base, { ...base, well: 'nyt' }, { ...base, well: 'nyt' })).toEqual({
      merged: { ...base, well: 'nyt' },
      conflicts: [],
    });
  });

  it('takes a field that the other emptied', () => {
    const { merged } = merge(base, base, { well: 'ro', learning: 'pause' } as typeof base);
    expect(same(merged.on, undefined)).toBe(true);
  });

  it('takes a field that the other filled in', () => {
    const { merged } = merge<Record<string, unknown>>({ a: 'x' }, { a: 'x' }, { a: 'x', b: 'y' });
    expect(merged).toEqual({ a: 'x', b: 'y' });
  });

  it('reads a field that is left out as one that says nothing', () => {
    expect(sameContent({ a: 'x', b: undefined }, { a: 'x' })).toBe(true);
    expect(sameContent({ a: 'x', b: null }, { a: 'x' })).toBe(true);
    expect(sameContent({ a: 'x', b: '' }, { a: 'x' })).toBe(false);
  });
});
