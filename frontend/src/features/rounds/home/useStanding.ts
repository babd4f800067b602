import { useQueries } from '@tanstack/react-query';
import { $api, type Schemas } from '@/api/client';
import { today } from '@/lib/text/useFormat';
import { type NextThing, nextThing } from '../nextThing';

type Row = Schemas['RoundRow'];

/** A round in the list, and what comes next in it. */
export interface Standing {
  round: Row;
  next: NextThing;
  /** The day they agreed to follow up, in a concluded round. */
  followUpOn?: string | undefined;
}

/**
 * What comes next in each round. A row does not tell whether I have confirmed an unfinished agreement, nor when
 * the follow-up is, so the few rounds where that matters are asked for one by one.
 *
 * @returns undefined until all is known, so that nothing moves on the page
 */
export function useStanding(rows: Row[]): Standing[] | undefined {
  const agreeing = rows.filter((row) => nextThing(row).what === 'agree');
  const concluded = rows.filter((row) => row.status === 'CONCLUDED');
  const rounds = useQueries({
    queries: agreeing.map(({ id }) =>
      $api.queryOptions('get', '/api/v1/rounds/{roundId}', { params: { path: { roundId: id } } }),
    ),
  });
  const followUps = useQueries({
    queries: concluded.map(({ id }) =>
      $api.queryOptions('get', '/api/v1/rounds/{roundId}/follow-up', {
        params: { path: { roundId: id } },
      }),
    ),
  });
  if ([...rounds, ...followUps].some(({ isPending }) => isPending)) return undefined;
  return rows.map((round) => {
    const full = rounds[agreeing.indexOf(round)]?.data;
    const followUpOn = followUps[concluded.indexOf(round)]?.data?.on;
    const next = nextThing(full ? { ...round, waitingFor: full.waitingFor } : round);
    return followUpOn && followUpOn > today()
      ? { round, next: { ...next, mine: false }, followUpOn }
      : { round, next, followUpOn };
  });
}
