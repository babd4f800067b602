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
    // The processor's, which what else runs on the machine takes little from.
    const time = (text: string) => {
      const begun = process.cpuUsage();
      personalDataIn(text);
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    };
    for (const hard of ['1', '01', '0101 ', 'a@', 'a.', '+45 ', '010190-123 ']) {
      const short = hard.repeat(100_000 / hard.length);
      const long = hard.repeat(1_000_000 / hard.length);
      // As much text in pieces as in one, by turns, and of each the quickest.
      const turns = [1, 2, 3].map(() => ({
        inPieces: Array.from({ length: 10 }, () => time(short)).reduce((sum, one) => sum + one),
        inOne: time(long),
      }));
      const quickest = (way: 'inPieces' | 'inOne') => Math.min(...turns.map((turn) => turn[way]));
      expect(quickest('inOne') / quickest('inPieces'), hard).toBeLessThan(3);
    }
  });
});
