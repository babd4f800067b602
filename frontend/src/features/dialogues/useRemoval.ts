import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ifMatch, type Schemas } from '@/api/client';
import { rememberedFile } from './rememberedFile';
import { useShownDialogues } from './useDialogues';

type Own = Schemas['OwnDialogue'];

/** So many milliseconds one may think better of it. */
export const GRACE = 8_000;

/**
 * Removes dialogues a little later than asked, so that it can be undone; at once when the page is left, and
 * where a recording stands in the way, so that one is told.
 */
export function useRemoval(roundId: string) {
  const shown = useShownDialogues(roundId);
  const [leaving, setLeaving] = useState<Own>();
  const [refused, setRefused] = useState<{ dialogue: Own; error: unknown }>();
  const waiting = useRef<{ dialogue: Own; timer: ReturnType<typeof setTimeout> }>(undefined);

  const send = useCallback(
    async (dialogue: Own) => {
      try {
        await api.DELETE('/api/v1/dialogues/{dialogueId}', {
          params: { path: { dialogueId: dialogue.id }, header: ifMatch(dialogue.version) },
          // Goes out also where the page goes away right after.
          keepalive: true,
        });
        await rememberedFile.forget(dialogue.id);
        shown.drop(dialogue.id);
      } catch (error) {
        setRefused({ dialogue, error });
        shown.refresh();
      }
      setLeaving((now) => (now?.id === dialogue.id ? undefined : now));
    },
    [shown],
  );

  const sendNow = useCallback(() => {
    const { current } = waiting;
    waiting.current = undefined;
    clearTimeout(current?.timer);
    if (current) void send(current.dialogue);
  }, [send]);

  useEffect(() => {
    window.addEventListener('pagehide', sendNow);
    return () => {
      window.removeEventListener('pagehide', sendNow);
      sendNow();
    };
  }, [sendNow]);

  return {
    /** What can still be brought back; it is shown no more. */
    leaving,
    refused,
    remove(dialogue: Own) {
      sendNow();
      setRefused(undefined);
      if (dialogue.recording?.consented && !dialogue.recording.deletedAt) {
        void send(dialogue);
        return;
      }
      setLeaving(dialogue);
      waiting.current = { dialogue, timer: setTimeout(sendNow, GRACE) };
    },
    undo() {
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
      setLeaving(undefined);
    },
  };
}
