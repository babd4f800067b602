import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api, answered, api, type Schemas } from '@/api/client';
import { useKept } from '@/lib/keeping/useKept';
import { addDays } from '@/lib/text/useFormat';

/** A round to be, as it is filled in. */
export interface StartForm {
  guideId?: string | undefined;
  mode: Schemas['RoundMode'];
  partner?: Schemas['PersonRow'] | undefined;
  periodFrom?: string | undefined;
  /** The last day, as people say it. */
  periodLast?: string | undefined;
  numberOfDialogues?: number | undefined;
  /** Lets the service know a second attempt from a second round. */
  key: string;
}

/** The form, kept on the device until it is sent, and the sending, after which the agreement opens. */
export function useStartRound() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [initial] = useState<StartForm>(() => ({
    mode: 'WITHOUT_VIDEO',
    key: crypto.randomUUID(),
  }));
  const form = useKept('new-round', initial);
  const sending = useMutation({
    mutationFn: ({ key, ...body }: Schemas['CreateRound'] & { key: string }) =>
      answered(
        api.POST('/api/v1/rounds', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    onSuccess: (round) => {
      const path = { params: { path: { roundId: round.id } } };
      queries.setQueryData(
        $api.queryOptions('get', '/api/v1/rounds/{roundId}', path).queryKey,
        round,
      );
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/rounds'] });
      form.forget();
      void navigate(`/rounds/${round.id}/agreement`);
    },
  });
  return { form, sending };
}

/** What is sent of a form; undefined while a guide or a partner is missing. */
export function roundOf(form: StartForm): Schemas['CreateRound'] | undefined {
  const { guideId, mode, partner, periodFrom, periodLast, numberOfDialogues } = form;
  if (!guideId || !partner) return undefined;
  return {
    guideId,
    partnerId: partner.id,
    mode,
    ...(periodFrom && { periodFrom }),
    ...(periodLast && { periodUntil: addDays(periodLast, 1) }),
    ...(numberOfDialogues && { numberOfDialogues }),
  };
}
