import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';

type Sharing = Schemas['SharingView'];

const path = (dialogueId: string) => ({ params: { path: { dialogueId } } });

/** Which topics of my dialogue the partner may read, and the version that a change builds on. */
export function useSharing(dialogueId: string) {
  return $api.useQuery('get', '/api/v1/dialogues/{dialogueId}/sharing', path(dialogueId));
}

/** Lets the partner read these topics of a dialogue, and no others. */
export function useShare(dialogueId: string) {
  const queries = useQueryClient();
  const { queryKey } = $api.queryOptions(
    'get',
    '/api/v1/dialogues/{dialogueId}/sharing',
    path(dialogueId),
  );
  const show = (now: Sharing) => {
    queries.setQueryData(queryKey, now);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [, of] }) =>
        of === '/api/v1/rounds/{roundId}/dialogues' ||
        of === '/api/v1/dialogues/{dialogueId}/reflections',
    });
  };
  return useMutation({
    mutationFn: ({ version, topics }: Sharing) =>
      answered(
        api.PUT('/api/v1/dialogues/{dialogueId}/sharing', {
          params: { path: { dialogueId }, header: ifMatch(version) },
          body: { topics },
        }),
      ),
    onSuccess: show,
    onError: (error) => {
      if (isProblem(error, 'stale')) void queries.invalidateQueries({ queryKey });
    },
  });
}

/** What a choice of topics adds to what is shared, and what it takes back. */
export function changeOf(shared: string[], chosen: string[]) {
  return {
    added: chosen.filter((topic) => !shared.includes(topic)),
    takenBack: shared.filter((topic) => !chosen.includes(topic)),
  };
}

/**
 * Who can read what, in sentences.
 *
 * @param when whether it is so, or will be by what one is about to do
 * @param say the titles as a list: Velkomst, Behov og Afslutning
 */
export function whoReads(
  t: TFunction<'reflections'>,
  say: (titles: string[]) => string,
  when: 'now' | 'then',
  name: string,
  { readable, takenBack }: { readable: string[]; takenBack: string[] },
): string {
  const sentences = [
    readable.length
      ? t(`share.${when}.reads`, { name, topics: say(readable) })
      : t(`share.${when}.nobody`, { name }),
  ];
  if (takenBack.length && readable.length) {
    sentences.push(t('share.noLonger', { name, topics: say(takenBack) }));
  }
  return sentences.join(' ');
}
