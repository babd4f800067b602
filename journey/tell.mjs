/** Telling the journey: one line a step, and what is expected of it. */
import { isDeepStrictEqual } from 'node:util';

/** The product did something else than the story says. The message is a whole sentence for people. */
export class Deviation extends Error {}

/** Nothing came back: this tells of the network or the process, not of what is stored. */
export class NoAnswer extends Deviation {}

let told = 0;

export const stepsTold = () => told;

export function chapter(title) {
  console.log(`\n${title}`);
}

/** Plays one step. What `play` answers, if anything, is told as what is seen. */
export async function step(sentence, play) {
  told += 1;
  const line = `${String(told).padStart(4)}. ${sentence}`;
  let seen;
  try {
    seen = await play();
  } catch (error) {
    console.log(`${line} → NOT AS EXPECTED`);
    throw error;
  }
  console.log(seen === undefined ? line : `${line} → ${seen}`);
}

export function detail(line) {
  console.log(`        ${line}`);
}

/** Word for word, and in the same order. */
export function expectSame(what, got, expected) {
  if (!isDeepStrictEqual(got, expected)) {
    throw new Deviation(`${what}: expected ${inWords(expected)}, got ${inWords(got)}.`);
  }
}

export function expectTrue(what, holds) {
  if (!holds) {
    throw new Deviation(`${what}: this does not hold.`);
  }
}

/** For privacy: the words must not be anywhere in what somebody was given. */
export function expectNowhere(what, words, given) {
  const everything = JSON.stringify(given);
  for (const word of words) {
    // As it would stand inside JSON, or a text with line breaks or quotes would never be found.
    if (everything.includes(JSON.stringify(word).slice(1, -1))) {
      throw new Deviation(`${what}: expected not to find ${inWords(word)}, got it in ${inWords(given)}.`);
    }
  }
}

/** The stable names of the conditions that a refusal lists, in the order of the alphabet. */
export function unmet(problem) {
  return (problem.unmet ?? []).map((condition) => condition.code).sort();
}

export function inWords(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
