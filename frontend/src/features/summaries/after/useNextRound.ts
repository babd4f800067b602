import { useQueries } from '@tanstack/react-query';
import { $api, type Schemas } from '@/api/client';

/**
 * The round that goes on from this one, if it has been begun. A row does not say what it continues, so the rounds
 * begun after the conclusion are asked; that is hardly ever more than one.
 */
export function useNextRound(roundId: string, concludedAt: string | undefined) {
  const rows = $api.useQuery('get', '/api/v1/rounds', {
    params: { query: { role: 'EVALUATEE', limit: 20 } },
  });
  const later = (rows.data ?? []).filter(
    ({ id, createdAt }) => id !== roundId && (!concludedAt || createdAt >= concludedAt),
  );
  const rounds = useQueries({
    queries: later.map(({ id }) =>
      $api.queryOptions('get', '/api/v1/rounds/{roundId}', { params: { path: { roundId: id } } }),
    ),
  });
  const known = rows.data !== undefined && rounds.every(({ data, error }) => data ?? error);
  const next: Schemas['RoundView'] | undefined = rounds.find(
    ({ data }) => data?.continuesRoundId === roundId && data.status !== 'CANCELLED',
  )?.data;
  return {
    data: known ? { next } : undefined,
    error: rows.error ?? undefined,
    refetch: rows.refetch,
  };
}
