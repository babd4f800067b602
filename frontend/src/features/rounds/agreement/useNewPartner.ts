import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { type AgreementDocument, toSend } from './document';

/**
 * Asks another colleague to be partner. Not saved by itself as the rest is: it sends an invitation. What the
 * partner before had gone through counts no more, so both ticks go with it.
 */
export function useNewPartner(
  round: Pick<Schemas['RoundView'], 'id' | 'iAm'>,
  of: AgreementDocument,
  onDone: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (partnerId: string) => {
      await of.document.saved();
      const { content } = of.document.snapshot();
      const asked = { ...content, partnerId, evaluateeKnowsGuide: false, partnerKnowsGuide: false };
      return answered(
        api.PUT('/api/v1/rounds/{roundId}/agreement', {
          params: { path: { roundId: round.id }, header: ifMatch(of.document.version) },
          body: toSend(asked, round.iAm),
        }),
      );
    },
    onSuccess: (view) => {
      const path = { params: { path: { roundId: round.id } } };
      queries.setQueryData(
        $api.queryOptions('get', '/api/v1/rounds/{roundId}/agreement', path).queryKey,
        view,
      );
      onDone();
    },
    // Also after a refusal: what stood in the way is shown.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [, of] }) =>
          typeof of === 'string' && of.startsWith('/api/v1/rounds'),
      }),
  });
}
