import { useQueryClient } from '@tanstack/react-query';
import { $api, type Schemas } from '@/api/client';

const at = (roundId: string) => ({ params: { path: { roundId } } });

/** The joint summary of a round; there is one from the discussion on. */
export function useSummary(roundId: string) {
  return $api.useQuery('get', '/api/v1/rounds/{roundId}/summary', at(roundId));
}

/** Shows a summary that the service has answered with, and asks for what follows from it. */
export function useSummaryAnswered(roundId: string) {
  const queries = useQueryClient();
  const round = $api.queryOptions('get', '/api/v1/rounds/{roundId}', at(roundId)).queryKey;
  const summary = $api.queryOptions(
    'get',
    '/api/v1/rounds/{roundId}/summary',
    at(roundId),
  ).queryKey;
  return {
    take: (view: Schemas['SummaryView']) => {
      queries.setQueryData(summary, view);
      return queries.invalidateQueries({ queryKey: round });
    },
    ask: () => {
      void queries.invalidateQueries({ queryKey: summary });
      void queries.invalidateQueries({ queryKey: round });
    },
  };
}
