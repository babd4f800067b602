/**
 * How open a question is, and so which hint, if any, its author sees.
 *
 * - `OPEN`: no hint. Also everything we cannot judge: a hint that is wrong costs more trust than a
 *   hint that is missing.
 * - `CLOSED`: yes or no would be an answer.
 * - `LEADING`: the question carries the answer its author expects, or a piece of advice.
 * - `BLAMING`: a "why did you", which is open in form but easily makes the other defend themselves.
 * - `CHOICE`: the other is asked to choose between the answers the author thought of.
 */
export type Openness = 'OPEN' | 'CLOSED' | 'LEADING' | 'BLAMING' | 'CHOICE';

/** One line of a language's table: text that `pattern` matches has this `outcome`. */
export interface Rule {
  readonly outcome: Openness;
  readonly pattern: RegExp;
}

/**
 * What must be known of a language to judge its questions.
 *
 * Patterns meet prepared text: one space between words, every pause in the sentence written as a
 * word of its own (` , `), no quotations, no closing mark, a small first letter. Other capitals are
 * kept, since Danish "I" (you) is not "i" (in), and a capital marks a name. Patterns are bounded by
 * spaces rather than by `\b`, which takes "å" for the end of a word.
 */
export interface Grammar {
  /** Frequent words that the other language does not have, to tell the two apart. */
  readonly words: ReadonlySet<string>;
  /** Words that may stand before the question proper and say nothing of its form. */
  readonly opener: RegExp;
  /** Rules for the whole sentence: tags, and statements turned into questions by the mark alone. */
  readonly sentence: readonly Rule[];
  /** Rules for how a clause begins. The first that matches decides, so exceptions come first. */
  readonly clause: readonly Rule[];
  /** An open question further on ("…, og hvad så du?"), which makes up for a closed beginning. */
  readonly openLater: RegExp;
}

/** A rule for text that begins with `source` and has the end of a word after it. */
export function starting(outcome: Openness, source: string): Rule {
  return { outcome, pattern: new RegExp(`^(?:${source})(?= |$)`, 'u') };
}

/** A rule for text that `source` covers from end to end. */
export function whole(outcome: Openness, source: string): Rule {
  return { outcome, pattern: new RegExp(`^(?:${source})$`, 'u') };
}
