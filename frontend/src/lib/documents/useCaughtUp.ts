import { useEffect } from 'react';
import type { Content } from './merge';
import type { OpenDocument } from './useDocument';

/** Long enough for the live updates to have done it already. */
const PAUSE = 400;

/**
 * Asks anew for what a document was read from, once it has been written: what else the answer says (approvals, what
 * is missing, what is written in other places) follows the text also where live updates do not come through.
 *
 * @param version of the answer that is shown
 */
export function useCaughtUp<T extends Content, V>(
  { state, document }: OpenDocument<T, V>,
  version: number,
  ask: () => void,
) {
  const behind = state === 'saved' && document.version > version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each version, whatever `ask` is.
  useEffect(() => {
    if (!behind) return;
    const pause = setTimeout(ask, PAUSE);
    return () => clearTimeout(pause);
  }, [behind, document.version]);
}
