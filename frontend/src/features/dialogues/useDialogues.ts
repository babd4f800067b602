import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { $api, type Schemas } from '@/api/client';

type Dialogue = Schemas['Dialogue'];
type Own = Schemas['OwnDialogue'];

const listOf = (roundId: string) =>
  $api.queryOptions('get', '/api/v1/rounds/{roundId}/dialogues', { params: { path: { roundId } } });

/** The dialogues of a round, in the order they were held; of another's only those that something is shared of. */
export function useDialogues(roundId: string) {
  return $api.useQuery('get', '/api/v1/rounds/{roundId}/dialogues', {
    params: { path: { roundId } },
  });
}

/** What is shown of a round's dialogues, brought up to date after a change made here. */
export function useShownDialogues(roundId: string) {
  const queries = useQueryClient();
  return useMemo(() => shown(queries, roundId), [queries, roundId]);
}

function shown(queries: QueryClient, roundId: string) {
  const { queryKey } = listOf(roundId);
  const change = (how: (list: Dialogue[]) => Dialogue[]) =>
    queries.setQueryData<Dialogue[]>(queryKey, (list) => list && how(list));
  return {
    /** A dialogue as the service holds it now. */
    put(dialogue: Own) {
      change((list) =>
        [...list.filter(({ id }) => id !== dialogue.id), dialogue].sort((a, b) =>
          a.heldAt === b.heldAt ? a.id.localeCompare(b.id) : a.heldAt.localeCompare(b.heldAt),
        ),
      );
      this.refresh();
    },

    drop(dialogueId: string) {
      change((list) => list.filter(({ id }) => id !== dialogueId));
      this.refresh();
    },

    /** The list, what the round waits for, and the versions that sharing builds on. */
    refresh() {
      void queries.invalidateQueries({
        queryKey: ['get', '/api/v1/dialogues/{dialogueId}/sharing'],
      });
      void queries.invalidateQueries({
        predicate: ({ queryKey: [, path, init] }) =>
          (path === '/api/v1/rounds/{roundId}' || path === '/api/v1/rounds/{roundId}/dialogues') &&
          (init as { params?: { path?: { roundId?: string } } })?.params?.path?.roundId === roundId,
      });
    },
  };
}
