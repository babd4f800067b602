import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { $api, api, type Schemas } from '@/api/client';
import { nextCursor } from '@/api/paging';

const OWN = '/api/v1/rounds/{roundId}/learning';
const TEAMS = '/api/v1/teams/{teamId}/learning';

const at = (roundId: string) => ({ params: { path: { roundId } } });

/** What I have released of a round of mine, or may. */
export const useOwnLearning = (roundId: string) => $api.useQuery('get', OWN, at(roundId));

/** Shows what the service has answered, and asks for what follows from it. */
export function useLearningAnswered(roundId: string) {
  const queries = useQueryClient();
  const own = $api.queryOptions('get', OWN, at(roundId)).queryKey;
  return {
    take: (view: Schemas['LearningView']) => {
      queries.setQueryData(own, view);
      return queries.invalidateQueries({ queryKey: ['get', TEAMS] });
    },
    ask: () => queries.invalidateQueries({ queryKey: own }),
  };
}

/** What a team has been told, newest first, as many pages as were asked for. */
export function useTeamLearning(teamId: string) {
  return useInfiniteQuery({
    queryKey: ['get', TEAMS, teamId],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(TEAMS, {
        params: { path: { teamId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
