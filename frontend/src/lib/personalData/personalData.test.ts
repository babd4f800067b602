import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keeping, type PersonalData, personalDataIn } from './personalData';

const BACKEND = join(import.meta.dirname, '../../../../backend/src');
const RULES = 'resources/personal-data/rules.json';

interface Vector {
  text: string;
  kinds: PersonalData[];
}
const vectors: Vector[] = JSON.parse(
  readFileSync(join(BACKEND, 'test/resources/personal-data/vectors.json'), 'utf8'),
);

describe('the personal-data guard', () => {
  it('has the rules of the service', () => {
    expect(readFileSync(join(import.meta.dirname, 'rules.json'), 'utf8')).toBe(
      readFileSync(join(BACKEND, 'main', RULES), 'utf8'),
    );
  });

  it.each(vectors)('answers as the service does: $text', ({ text, kinds }) => {
    expect(personalDataIn(text).sort()).toEqual([...kinds].sort());
  });

  it('names what is kept, and never a CPR number', () => {
    expect(keeping({ note: 'Ring 20304050', points: ['a@b.dk', '151290-1201'] })).toEqual({
      'Keep-Personal-Data': 'PHONE_NUMBER, EMAIL_ADDRESS',
    });
    expect(keeping({ note: 'Ro og varme' })).toEqual({});
  });

  it('takes time in proportion to the text', () => {
    const time = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const begun = performance.now();
          personalDataIn(text);
          return performance.now() - begun;
        }),
      );
    for (const hard of ['1', '01', '0101 ', 'a@', 'a.', '+45 ', '010190-123 ']) {
      time(hard.repeat(20_000 / hard.length));
      const short = time(hard.repeat(20_000 / hard.length));
      expect(time(hard.repeat(200_000 / hard.length)) / Math.max(short, 0.2)).toBeLessThan(60);
    }
  });
});
