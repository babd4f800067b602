import { useQueries } from '@tanstack/react-query';
import { $api } from '@/api/client';
import type { Answer } from '@/components/Loaded';
import { type SharedReflection, sharedReflections } from './shared';

/** All that the evaluatee has shared of a round's reflections, dialogue by dialogue in the order they were held. */
export function useSharedReflections(roundId: string): Answer<SharedReflection[]> {
  const dialogues = $api.useQuery('get', '/api/v1/rounds/{roundId}/dialogues', {
    params: { path: { roundId } },
  });
  const some = (dialogues.data ?? []).filter(({ sharedTopics }) => sharedTopics.length > 0);
  const sheets = useQueries({
    queries: some.map(({ id }) =>
      $api.queryOptions('get', '/api/v1/dialogues/{dialogueId}/reflections', {
        params: { path: { dialogueId: id } },
      }),
    ),
  });
  const known = dialogues.data !== undefined && sheets.every(({ data }) => data !== undefined);
  return {
    data: known
      ? some.flatMap((dialogue, i) => {
          const sheet = sheets[i]?.data;
          return sheet ? sharedReflections(dialogue, sheet) : [];
        })
      : undefined,
    error: dialogues.error ?? sheets.find(({ error }) => error)?.error ?? undefined,
    refetch: () => {
      void dialogues.refetch();
      for (const sheet of sheets) void sheet.refetch();
    },
  };
}

/** The partner's words: all for the partner, what is shared for the evaluatee. */
export function usePartnerFeedback(roundId: string) {
  return $api.useQuery('get', '/api/v1/rounds/{roundId}/partner-feedback', {
    params: { path: { roundId } },
  });
}
