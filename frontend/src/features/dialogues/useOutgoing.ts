import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { answered, api, type Schemas } from '@/api/client';
import { connection } from '@/api/connection';
import { isProblem, NoConnection } from '@/api/problems';
import { keeping } from '@/lib/personalData/personalData';
import type { Fields } from './fields';

/** A dialogue on its way to the service: sent as often as it takes, under one key. */
export interface Outgoing {
  key: string;
  body: Schemas['DescribeDialogue'];
  /** As it was typed, should the service not take it. */
  fields: Fields;
}

interface Told {
  noted: (item: Outgoing, dialogue: Schemas['OwnDialogue']) => void;
  /** The service cannot be reached: it stays on the device. */
  waits: (item: Outgoing) => void;
  refused: (item: Outgoing, error: unknown) => void;
}

const PAUSE = 2_000;

/**
 * Sends what is on its way, one at a time, and again once the service can be reached again.
 *
 * @param outgoing those to send, the first first
 */
export function useOutgoing(roundId: string, outgoing: Outgoing[], told: Told) {
  const reachable = useSyncExternalStore(connection.subscribe, () => connection.reachable);
  const [attempt, setAttempt] = useState(0);
  const busy = useRef('');
  const newest = useRef(told);
  newest.current = told;
  const [first] = outgoing;
  const keys = outgoing.map(({ key }) => key).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each is told once that it waits, and another attempt is made when it says so.
  useEffect(() => {
    if (!reachable) for (const item of outgoing) newest.current.waits(item);
    if (!first || !reachable) return;
    if (busy.current === first.key) return;
    busy.current = first.key;
    const again = () => setTimeout(() => setAttempt((n) => n + 1), PAUSE);
    answered(
      api.POST('/api/v1/rounds/{roundId}/dialogues', {
        params: {
          path: { roundId },
          header: { 'Idempotency-Key': first.key, ...keeping(first.body.label) },
        },
        body: first.body,
      }),
    )
      .then((dialogue) => newest.current.noted(first, dialogue))
      .catch((error: unknown) => {
        if (error instanceof NoConnection || isProblem(error, 'request-in-progress')) again();
        else newest.current.refused(first, error);
      })
      .finally(() => {
        busy.current = '';
      });
  }, [keys, reachable, attempt, roundId]);

  return { waiting: outgoing.length > 0 && !reachable };
}
