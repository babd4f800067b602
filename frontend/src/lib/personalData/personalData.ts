import type { Schemas } from '@/api/client';
import { words } from '@/lib/text/words';
import rules from './rules.json';

/** A kind of what tells who somebody is. A CPR number is refused; the rest are warnings that the writer may keep. */
export type PersonalData = Schemas['PersonalData'];

const IGNORED = new RegExp(rules.ignored, 'gu');
const CPR = new RegExp(rules.cpr, 'gu');
const PHONE = new RegExp(rules.phone, 'u');
const EMAIL = new RegExp(rules.email, 'u');
const SHORT_MONTHS = [4, 6, 9, 11];

/**
 * The kinds that are in a text, by the service's own rules: `rules.json` is a copy of its file, and what makes a number
 * certain is told at its `PersonalData`. Both are held to the same answers by `personal-data/vectors.json`.
 */
export function personalDataIn(text: string): PersonalData[] {
  const plain = text.normalize('NFKC').replace(IGNORED, '');
  const found = new Set<PersonalData>();
  CPR.lastIndex = 0;
  for (let match = CPR.exec(plain); match; match = CPR.exec(plain)) {
    // One may begin inside another.
    CPR.lastIndex = match.index + 1;
    const parts = match.groups as Record<string, string | undefined>;
    if (isNumber(parts)) found.add(isCertain(parts) ? 'CPR_NUMBER' : 'POSSIBLE_CPR_NUMBER');
  }
  if (PHONE.test(plain)) found.add('PHONE_NUMBER');
  if (EMAIL.test(plain)) found.add('EMAIL_ADDRESS');
  return [...found];
}

/** The same in all the texts of a value. */
export function personalDataOf(value: unknown): PersonalData[] {
  return personalDataIn(words(value));
}

/** What a request says of the personal data in it, which its writer has been asked about. */
export function keeping(sent: unknown): { 'Keep-Personal-Data'?: string } {
  const kinds = personalDataOf(sent).filter(mayBeKept);
  return kinds.length ? { 'Keep-Personal-Data': kinds.join(', ') } : {};
}

/** What of it the writer of a form has not been asked about, or cannot keep. */
export function unasked(text: string, kept: PersonalData[] = []): PersonalData[] {
  return personalDataIn(text).filter((kind) => !kept.includes(kind));
}

/** What the writer keeps by saying so now. */
export function keptIn(text: string): PersonalData[] {
  return personalDataIn(text).filter(mayBeKept);
}

export function mayBeKept(kind: PersonalData): boolean {
  return kind !== 'CPR_NUMBER';
}

type Parts = Record<string, string | undefined>;

function isNumber({ day, month, year, century, between }: Parts): boolean {
  if (century && !between) return false;
  const [dayNumber, monthNumber, yearNumber] = [Number(day), Number(month), Number(year)];
  const february = yearNumber % 4 === 0 ? 29 : 28;
  const last = monthNumber === 2 ? february : SHORT_MONTHS.includes(monthNumber) ? 30 : 31;
  return monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= last;
}

function isCertain(parts: Parts): boolean {
  const { day = '', month = '', year = '', third = '', fourth = '' } = parts;
  const { within = '', between = '', century, split } = parts;
  const readsAsDate = within.trim() !== '' && between.trim() === '';
  const apart = between !== '' && !readsAsDate && !century && !split;
  return apart || day + month === '0101' || isModulus11(day + month + year + third + fourth);
}

function isModulus11(digits: string): boolean {
  return rules.weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}
