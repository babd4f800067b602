import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api, answered, api, type Schemas } from '@/api/client';
import { useKept } from '@/lib/keeping/useKept';
import { keeping, type PersonalData } from '@/lib/personalData/personalData';
import { addDays } from '@/lib/text/useFormat';

export type Planned = Schemas['PlannedRound'];

/** Rounds for a team to be, as they are filled in. */
export interface SeriesForm {
  teamId: string;
  guideId?: string | undefined;
  mode: Schemas['RoundMode'];
  periodFrom?: string | undefined;
  /** The last day, as people say it. */
  periodLast?: string | undefined;
  numberOfDialogues?: number | undefined;
  pairing: Schemas['PairedBy'];
  message: string;
  /** What in the message the writer keeps. */
  kept?: PersonalData[] | undefined;
  /** Which suggestion of pairs is shown. */
  suggestion: number;
}

/** What is proposed, and the key by which a second attempt at just this is known. */
export interface Proposal {
  plan: Schemas['SeriesPlan'];
  key: string;
}

const LIST = '/api/v1/teams/{teamId}/series';

/** The form, kept on the device until it is sent; the proposal, which is asked for; and the start. */
export function useStartSeries(teams: Schemas['TeamRef'][]) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [initial] = useState<SeriesForm>(() => ({
    teamId: teams[0]?.id ?? '',
    mode: 'WITHOUT_VIDEO',
    numberOfDialogues: 3,
    pairing: 'SUGGESTION',
    message: '',
    suggestion: 0,
  }));
  const form = useKept('new-series', initial);
  const [proposal, setProposal] = useState<Proposal>();
  // A team that is led no longer is not kept.
  const teamId = teams.some(({ id }) => id === form.value.teamId)
    ? form.value.teamId
    : initial.teamId;

  const proposing = useMutation({
    mutationFn: (suggestion: number) =>
      answered(
        api.POST(`${LIST}/preview`, {
          params: {
            path: { teamId },
            query: { suggestion },
            header: keeping({ message: form.value.message }),
          },
          body: settingsOf(form.value),
        }),
      ),
    onSuccess: (plan, suggestion) => {
      form.change({ suggestion });
      setProposal({ plan, key: crypto.randomUUID() });
    },
  });

  const starting = useMutation({
    mutationFn: ({ rounds, key }: { rounds: Planned[]; key: string }) =>
      answered(
        api.POST(LIST, {
          params: {
            path: { teamId },
            header: { 'Idempotency-Key': key, ...keeping({ message: form.value.message }) },
          },
          body: {
            ...settingsOf(form.value),
            rounds: rounds.map(({ evaluatee, partner }) => ({
              evaluateeId: evaluatee.id,
              ...(partner && { partnerId: partner.id }),
            })),
          },
        }),
      ),
    onSuccess: (series) => {
      const path = { params: { path: { seriesId: series.id } } };
      queries.setQueryData(
        $api.queryOptions('get', '/api/v1/series/{seriesId}', path).queryKey,
        series,
      );
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/series'] });
      form.forget();
      void navigate(`/team/series/${series.id}`);
    },
  });

  return { form, teamId, proposal, proposing, starting, withdraw: () => setProposal(undefined) };
}

/** As the form is sent; what is missing, the service names. */
function settingsOf(form: SeriesForm): Schemas['CreateSeries'] {
  const { guideId = '', mode, periodFrom = '', periodLast, numberOfDialogues = 0 } = form;
  const message = form.message.trim();
  return {
    guideId,
    mode,
    periodFrom,
    periodUntil: periodLast ? addDays(periodLast, 1) : '',
    numberOfDialogues,
    pairing: form.pairing,
    ...(message && { message }),
  };
}

/** The fields without which nothing is asked for. */
export const isFilled = ({ guideId, periodFrom, periodLast, numberOfDialogues }: SeriesForm) =>
  Boolean(guideId && periodFrom && periodLast && numberOfDialogues);
