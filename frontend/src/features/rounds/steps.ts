import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { keeping } from '@/lib/personalData/personalData';

/** The steps that are taken by themselves; approving is part of the summary. */
export type Step =
  | { step: 'accept' | 'decline' | 'confirm' | 'start' | 'close' }
  | { step: 'finish-dialogues'; body: Schemas['FinishDialogues'] }
  | { step: 'open-discussion'; body: Schemas['OpenDiscussion'] }
  | { step: 'cancel'; body: Schemas['Cancel'] };

function post(roundId: string, version: number, step: Step) {
  const body = 'body' in step ? step.body : undefined;
  const params = { path: { roundId }, header: { ...ifMatch(version), ...keeping(body) } };
  switch (step.step) {
    case 'finish-dialogues':
      return api.POST('/api/v1/rounds/{roundId}/finish-dialogues', { params, body: step.body });
    case 'open-discussion':
      return api.POST('/api/v1/rounds/{roundId}/open-discussion', { params, body: step.body });
    case 'cancel':
      return api.POST('/api/v1/rounds/{roundId}/cancel', { params, body: step.body });
    default:
      return api.POST(`/api/v1/rounds/{roundId}/${step.step}`, { params });
  }
}

/**
 * Takes a step of a round. The round that is shown is brought up to date afterwards, also when the step was
 * refused because something had changed.
 */
export function useStep(round: Pick<Schemas['RoundView'], 'id' | 'version'>) {
  const queries = useQueryClient();
  const path = { params: { path: { roundId: round.id } } };
  const { queryKey } = $api.queryOptions('get', '/api/v1/rounds/{roundId}', path);
  return useMutation({
    mutationFn: (step: Step & { version?: number }) =>
      answered<Schemas['RoundView']>(
        post(round.id, step.version ?? round.version, step) as Promise<{
          data?: Schemas['RoundView'];
        }>,
      ),
    onSuccess: (now) => {
      queries.setQueryData(queryKey, now);
      void queries.invalidateQueries({ predicate: ({ queryKey: [, of] }) => concerns(of) });
    },
    onError: (error) => {
      if (isProblem(error, 'stale') || isProblem(error, 'step-not-possible')) {
        void queries.invalidateQueries({ predicate: ({ queryKey: [, of] }) => concerns(of) });
      }
    },
  });
}

function concerns(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith('/api/v1/rounds');
}
