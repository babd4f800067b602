import { EventSource } from 'eventsource';
import { asReader } from './client';
import { isProblem } from './problems';
import { session } from './session';

/** Longer than the service is ever quiet: it says something every 15 seconds. */
const DEAD_AFTER = 40_000;

interface Ears<E> {
  /** From its first event on the service tells of each change: what is asked for then misses none. */
  hear: (event: E, first: boolean) => void;
  /** The line is broken; it is tried again. */
  lost?: () => void;
  /** It is not for the reader any more, and not tried again. */
  gone?: () => void;
}

/**
 * Listens to a stream of the service's, opening it anew whenever it ends or has gone dead.
 *
 * @returns stops listening
 */
export function listen<E>(path: string, { hear, lost, gone }: Ears<E>): () => void {
  let source: EventSource | undefined;
  let dead: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(dead);
    // While one is to sign in again, the one that is open waits for that.
    dead = setTimeout(() => (session.state === 'expired' ? alive() : open()), DEAD_AFTER);
  };
  function open() {
    source?.close();
    source = new EventSource(`${location.origin}${path}`, {
      fetch: (url, init) => {
        const signal = init.signal as AbortSignal;
        return asReader(new Request(url, init as RequestInit), () => signal).catch((error) => {
          if (!isProblem(error, 'not-found') && !isProblem(error, 'forbidden')) throw error;
          // No content is how a server tells a stream not to come back.
          clearTimeout(dead);
          gone?.();
          return new Response(null, { status: 204 });
        });
      },
    });
    let first = true;
    source.onopen = () => {
      first = true;
      alive();
    };
    source.onmessage = ({ data }) => {
      alive();
      hear(JSON.parse(data) as E, first);
      first = false;
    };
    source.onerror = () => lost?.();
    alive();
  }
  open();
  return () => {
    clearTimeout(dead);
    source?.close();
  };
}
