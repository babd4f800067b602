import type { ReactNode } from 'react';
import classes from './learning.module.css';

/** A sentence of learning, and whose or from when it is. */
export function Sentence({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <figure className={classes.sentence}>
      <blockquote>{words}</blockquote>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
