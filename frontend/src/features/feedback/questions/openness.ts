import { danish } from './danish';
import { english } from './english';
import type { Grammar, Openness } from './grammar';

export type { Openness } from './grammar';

/** The language a question is written in, which need not be the language of the screen. */
export type QuestionLanguage = 'da' | 'en';

const GRAMMARS: Readonly<Record<QuestionLanguage, Grammar>> = { da: danish, en: english };

/** Without a question mark we wait for this many words, lest hints come and go while typing. */
const WORDS_BEFORE_MARK = 6;

/** What somebody else said is not the author's question, even when it ends in a question mark. */
const QUOTATIONS = [
  /"[^"]*"/gu,
  /[“”„][^“”„]*[“”]/gu,
  /»[^»«]*«/gu,
  /«[^»«]*»/gu,
  /(?<![\p{L}\d])'.+?'(?![\p{L}\d])/gu,
  /\([^()]*\)/gu,
];

/**
 * Judges how open a question is, by its form alone and without sending it anywhere.
 *
 * With several sentences the last that ends in a question mark counts: it is the one the other
 * will answer. Statements, invitations ("Fortæl om …") and anything in doubt are `OPEN`.
 *
 * @param question what has been written so far
 * @param language the language it is written in; found from the words when left out
 */
export function openness(question: string, language?: QuestionLanguage): Openness {
  const text = withoutQuotations(question.normalize('NFC').replace(/[’‘´`]/gu, "'"));
  const grammar = GRAMMARS[language ?? languageOf(text)];
  const sentences = text.split(/(?<=\?)|\n|(?<=[.!…])\s+(?=\p{Lu})/u).filter(hasWords);
  const asked = sentences.filter((sentence) => sentence.trimEnd().endsWith('?'));
  const last = asked.at(-1) ?? sentences.at(-1);
  if (last === undefined) {
    return 'OPEN';
  }
  const isFirst = sentences.indexOf(last) === 0;
  const prepared = prepare(last);
  return asked.length > 0
    ? judgeAsked(isFirst ? prepared : `, ${prepared}`, grammar)
    : judgeUnfinished(prepared, grammar);
}

function judgeAsked(sentence: string, grammar: Grammar): Openness {
  const clauses = clausesOf(sentence, grammar);
  const full = clauses[0] ?? '';
  // A tag may have become a sentence of its own ("Du så det. Ikke?"); hence the comma it kept.
  const ofSentence = grammar.sentence.find(
    (rule) => rule.pattern.test(full) || rule.pattern.test(sentence),
  );
  if (ofSentence) {
    return ofSentence.outcome;
  }
  // What stands before the first clause we recognise is a lead-in: a name, a "Da borgeren …".
  for (const clause of clauses) {
    const outcome = judgeClause(clause, grammar);
    if (outcome) {
      return outcome;
    }
  }
  return 'OPEN';
}

/** Only the first clause: after a lead-in, Danish statements put the verb first as well. */
function judgeUnfinished(sentence: string, grammar: Grammar): Openness {
  if (sentence.split(' ').length < WORDS_BEFORE_MARK) {
    return 'OPEN';
  }
  return judgeClause(clausesOf(sentence, grammar)[0] ?? '', grammar) ?? 'OPEN';
}

function judgeClause(clause: string, grammar: Grammar): Openness | undefined {
  const outcome = grammar.clause.find((rule) => rule.pattern.test(clause))?.outcome;
  const mayOpenUp = outcome === 'CLOSED' || outcome === 'CHOICE';
  return mayOpenUp && grammar.openLater.test(clause) ? 'OPEN' : outcome;
}

/** The sentence from each of its clauses on, openers left out: "a , b" gives "a , b" and "b". */
function clausesOf(sentence: string, grammar: Grammar): string[] {
  const parts = sentence.split(' , ');
  return parts.map((_, from) => {
    let clause = parts.slice(from).join(' , ').replace(/^, /u, '');
    while (grammar.opener.test(clause)) {
      clause = clause.replace(grammar.opener, '');
    }
    return clause;
  });
}

/** Brings a sentence into the form that {@link Grammar} describes. */
function prepare(sentence: string): string {
  const shouted = sentence === sentence.toUpperCase();
  const spaced = (shouted ? sentence.toLowerCase() : sentence)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[?!"“”„»«]/gu, ' ')
    .replace(/[,;:.…](?=\s|$)|,(?!\d)|[–—]|\s-+(?=\s)/gu, ' , ')
    .replace(/\s+/gu, ' ')
    .replace(/(?: ,)+(?= |$)/gu, ' ,')
    .replace(/[ ,]+$/u, '');
  return spaced.replace(/(^| , )(\p{Lu})/gu, (start) => start.toLowerCase());
}

function withoutQuotations(text: string): string {
  // A question that is quoted as a whole is still the author's own.
  const bare = text.trim().replace(/^["“”„»«']([^"“”„»«]*)["“”»«']$/u, '$1');
  return QUOTATIONS.reduce((rest, quotation) => rest.replace(quotation, ' '), bare);
}

function hasWords(sentence: string): boolean {
  return /\p{L}/u.test(sentence);
}

function languageOf(text: string): QuestionLanguage {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const count = (grammar: Grammar) => words.filter((word) => grammar.words.has(word)).length;
  const danishLetters = /[æøå]/iu.test(text) ? 1 : 0;
  return count(english) > count(danish) + danishLetters ? 'en' : 'da';
}
