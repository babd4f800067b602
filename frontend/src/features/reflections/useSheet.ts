import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { $api, type Schemas } from '@/api/client';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { isWritten, momentsOf, type ReflectionContent } from './moments';

type Sheet = Schemas['ReflectionSheet'];
type Own = Schemas['OwnReflection'];

/** What is written about a dialogue: all of it to its author, to the partner what is shared. */
export function useSheet(dialogueId: string) {
  return $api.useQuery('get', '/api/v1/dialogues/{dialogueId}/reflections', {
    params: { path: { dialogueId } },
  });
}

/**
 * Puts what the service has taken into what was read of it, which the device keeps: without a network the page
 * opens on the newest text, not on the one it once began with.
 */
export function useSheetUpToDate(
  dialogueId: string,
  { state, content, document }: OpenDocument<ReflectionContent, Own>,
  view: Own,
) {
  const queries = useQueryClient();
  const { version } = document;
  useEffect(() => {
    if (state !== 'saved' || version <= view.version) return;
    const { queryKey } = $api.queryOptions('get', '/api/v1/dialogues/{dialogueId}/reflections', {
      params: { path: { dialogueId } },
    });
    queries.setQueryData<Sheet>(queryKey, (sheet) =>
      sheet?.reader === 'EVALUATEE'
        ? {
            ...sheet,
            reflections: sheet.reflections.map((reflection) =>
              reflection.topic === view.topic && reflection.version < version
                ? {
                    ...reflection,
                    version,
                    text: content.text,
                    moments: momentsOf(content).map(({ second, note }) => ({ second, note })),
                  }
                : reflection,
            ),
          }
        : sheet,
    );
    // The talk waits for a first reflection, so what the round waits for may be another thing now.
    const wasWritten = view.text.trim() !== '' || view.moments.length > 0;
    if (wasWritten !== isWritten(content)) {
      const [method, path] = $api.queryOptions('get', '/api/v1/rounds/{roundId}', {
        params: { path: { roundId: '' } },
      }).queryKey;
      void queries.invalidateQueries({ queryKey: [method, path] });
    }
  }, [state, version, content, view, dialogueId, queries]);
}
