import { useQueryClient } from '@tanstack/react-query';
import { EventSource } from 'eventsource';
import { createContext, useContext, useEffect, useState } from 'react';
import { asReader, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { session } from '@/api/session';

/** Who else has the round open now, and which field of the page they are writing in, such as `workedWell`. */
export type Present = Schemas['PresentPerson'];

/**
 * What a change of each part makes old, by the path of the query. The round itself always is: its steps may have
 * become possible.
 */
const OLD: Record<Schemas['RoundPart'], (path: string) => boolean> = {
  ROUND: () => true,
  AGREEMENT: (path) => path.endsWith('/agreement'),
  DIALOGUES: (path) => path.includes('/dialogues'),
  FEEDBACK: (path) => path.endsWith('/partner-feedback'),
  SUMMARY: (path) => path.endsWith('/summary'),
  FOLLOW_UP: (path) => path.endsWith('/follow-up'),
};

/** Longer than the service is ever quiet: it says something every 15 seconds. */
const DEAD_AFTER = 40_000;

/**
 * Hears of each change to a round and asks anew for what it made old; nothing that people wrote comes this way.
 * Whenever the line is new everything is asked for, so that nothing said meanwhile is missed.
 *
 * @returns the others who are present
 */
export function useLive(roundId: string): Present[] {
  const queries = useQueryClient();
  const [present, setPresent] = useState<Present[]>([]);

  useEffect(() => {
    const old = (is: (path: string) => boolean) =>
      void queries.invalidateQueries({
        predicate: ({ queryKey: [, path, init] }) => {
          if (typeof path !== 'string') return false;
          const about = (init as { params?: { path?: { roundId?: string } } })?.params?.path
            ?.roundId;
          const ofDialogue = path.startsWith('/api/v1/dialogues/');
          return (about === roundId || ofDialogue) && (path.endsWith('{roundId}') || is(path));
        },
      });

    let source: EventSource | undefined;
    let dead: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(dead);
      // While one is to sign in again, the one that is open waits for that.
      dead = setTimeout(() => (session.state === 'expired' ? alive() : open()), DEAD_AFTER);
    };
    function open() {
      source?.close();
      source = new EventSource(`${location.origin}/api/v1/rounds/${roundId}/live`, {
        fetch: (url, init) => {
          const signal = init.signal as AbortSignal;
          return asReader(new Request(url, init as RequestInit), () => signal).catch((error) => {
            if (!isProblem(error, 'not-found') && !isProblem(error, 'forbidden')) throw error;
            // Not the reader's round any more. No content is how a server tells a stream not to come back.
            clearTimeout(dead);
            old(() => true);
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
        const event = JSON.parse(data) as Schemas['LiveEvent'];
        // From its first event on the service tells of each change: what is asked for now misses none.
        if (first) old(() => true);
        first = false;
        if (event.part) old(OLD[event.part]);
        if (event.people) setPresent(event.people);
      };
      source.onerror = () => setPresent([]);
      alive();
    }
    open();
    return () => {
      clearTimeout(dead);
      source?.close();
      setPresent([]);
    };
  }, [roundId, queries]);

  return present;
}

export const Presence = createContext<Present[]>([]);

/** The others who have this round open now. */
export function usePresent(): Present[] {
  return useContext(Presence);
}
