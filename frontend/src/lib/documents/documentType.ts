import type { Content } from './merge';

/** What the service holds of a document, and the version that a change builds on. */
export interface Held<T> {
  version: number;
  content: T;
}

/** A kind of document: how it is read out of what the service answers, and how it is written. */
export interface DocumentType<T extends Content, V = unknown> {
  /** Names the kind among what is kept on the device. */
  kind: string;
  held(view: V): Held<T>;
  /** Throws ProblemError and NoConnection. */
  write(ref: string, content: T, version: number): Promise<V>;
  /** Where it is written, if its name tells. */
  page?(ref: string): string;
  /** The fields that hold one of several values, such as a day or a choice: two of them make no third. */
  whole?: readonly string[];
}
