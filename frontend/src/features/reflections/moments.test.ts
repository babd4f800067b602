import { describe, expect, it } from 'vitest';
import { merge } from '@/lib/documents/merge';
import { contentOf, fieldOf, isWritten, momentsOf, secondsOf, toWrite } from './moments';

const view = {
  text: 'Ro',
  moments: [
    { second: 75, note: 'Afbryder' },
    { second: 8, note: 'Øjenkontakt' },
    { second: 75, note: 'Han lukker i' },
  ],
};

describe('moments', () => {
  it('are listed in order of time, and those of a second in the order they were noted', () => {
    expect(momentsOf(contentOf(view)).map(({ note }) => note)).toEqual([
      'Øjenkontakt',
      'Afbryder',
      'Han lukker i',
    ]);
  });

  it('go back to the service as they came, in order', () => {
    expect(toWrite(contentOf(view))).toEqual({
      text: 'Ro',
      moments: [
        { second: 8, note: 'Øjenkontakt' },
        { second: 75, note: 'Afbryder' },
        { second: 75, note: 'Han lukker i' },
      ],
    });
  });

  it('say something before they have a note, and nothing once removed', () => {
    expect(isWritten({ text: ' ', [fieldOf(3)]: '' })).toBe(true);
    expect(isWritten({ text: ' ', [fieldOf(3)]: undefined })).toBe(false);
  });

  it('of two devices are merged without asking, removed ones too', () => {
    const base = contentOf({ text: '', moments: [{ second: 8, note: 'a' }] });
    const mine = { ...base, [fieldOf(8)]: undefined, [fieldOf(12)]: 'min' };
    const theirs = { ...base, [fieldOf(20)]: 'fra telefonen' };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(momentsOf(merged).map(({ second, note }) => [second, note])).toEqual([
      [12, 'min'],
      [20, 'fra telefonen'],
    ]);
  });
});

describe('a time code typed by hand', () => {
  it.each([
    ['75', 75],
    ['1:15', 75],
    ['1.15', 75],
    ['1:04:05', 3845],
    [' 0:00 ', 0],
  ])('%s is %d seconds', (typed, seconds) => {
    expect(secondsOf(typed)).toBe(seconds);
  });

  it.each(['', 'nu', '1:', '-5', '1:2:3:4', '99999'])('%s is none', (typed) => {
    expect(secondsOf(typed)).toBeUndefined();
  });
});
