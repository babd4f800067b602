import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { keeping } from '@/lib/personalData/personalData';

const ROUND = '/api/v1/rounds/{roundId}';

/** Plans or moves the talk of a round, or cancels it where nothing is sent. What is shown is brought up to date. */
export function useTalk(round: Pick<Schemas['RoundView'], 'id' | 'version'>) {
  const queries = useQueryClient();
  const path = { roundId: round.id };
  const { queryKey } = $api.queryOptions('get', ROUND, { params: { path } });
  return useMutation({
    mutationFn: (plan: Schemas['PlanTalk'] | undefined) => {
      const header = { ...ifMatch(round.version), ...keeping(plan) };
      return answered<Schemas['RoundView']>(
        plan
          ? api.PUT(`${ROUND}/talk`, { params: { path, header }, body: plan })
          : api.DELETE(`${ROUND}/talk`, { params: { path, header } }),
      );
    },
    onSuccess: (now) => queries.setQueryData(queryKey, now),
    onError: (error) => {
      if (isProblem(error, 'stale') || isProblem(error, 'step-not-possible')) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
}
