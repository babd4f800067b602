import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Schemas } from '@/api/client';
import { listen } from '@/api/stream';

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

    const stop = listen<Schemas['LiveEvent']>(`/api/v1/rounds/${roundId}/live`, {
      hear: (event, first) => {
        if (first) old(() => true);
        if (event.part) old(OLD[event.part]);
        if (event.people) setPresent(event.people);
      },
      lost: () => setPresent([]),
      gone: () => old(() => true),
    });
    return () => {
      stop();
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
