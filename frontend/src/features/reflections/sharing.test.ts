import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, i18next } from '@/lib/text/language';
import { changeOf, whoReads } from './sharing';

const say = (titles: string[]) => titles.join(' og ');
const sentence = (when: 'now' | 'then', readable: string[], takenBack: string[] = []) =>
  whoReads(i18next.getFixedT(null, 'reflections'), say, when, 'Bo', { readable, takenBack });

describe('who reads what', () => {
  beforeAll(async () => {
    await changeLanguage('da');
    await i18next.loadNamespaces('reflections');
  });

  it('is said as it is', () => {
    expect(sentence('now', ['Modtagelse', 'Behov'])).toBe(
      'Bo kan læse det du har skrevet under Modtagelse og Behov i denne dialog, også det du retter senere. Ingen andre kan.',
    );
    expect(sentence('now', [])).toBe('Kun du kan læse det du har skrevet om denne dialog.');
  });

  it('is said before it happens, with what is taken back', () => {
    expect(sentence('then', ['Modtagelse'], ['Behov'])).toBe(
      'Hvis du gør det, kan Bo læse det du har skrevet under Modtagelse i denne dialog, også det du retter senere. Ingen andre kan. Bo kan ikke længere læse Behov.',
    );
  });

  it('is said when all is taken back', () => {
    expect(sentence('then', [], ['Behov'])).toBe(
      'Hvis du gør det, kan Bo ikke længere læse noget om denne dialog. Kun du kan.',
    );
  });
});

it('a choice adds some topics and takes others back', () => {
  expect(changeOf(['welcome', 'needs'], ['needs', 'closing'])).toEqual({
    added: ['closing'],
    takenBack: ['welcome'],
  });
});
