import { useState } from 'react';
import { api, ifMatch, type Schemas } from '@/api/client';
import { useGrace } from '@/lib/useGrace';
import { rememberedFile } from './rememberedFile';
import { useShownDialogues } from './useDialogues';

type Own = Schemas['OwnDialogue'];

/**
 * Removes dialogues a little later than asked, so that it can be undone; at once when the page is left, and
 * where a recording stands in the way, so that one is told.
 */
export function useRemoval(roundId: string) {
  const shown = useShownDialogues(roundId);
  const [refused, setRefused] = useState<{ dialogue: Own; error: unknown }>();
  const grace = useGrace(send);

  async function send(dialogue: Own) {
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
  }

  return {
    /** What can still be brought back; it is shown no more. */
    leaving: grace.leaving,
    refused,
    remove(dialogue: Own) {
      grace.doNow();
      setRefused(undefined);
      if (dialogue.recording?.consented && !dialogue.recording.deletedAt) void send(dialogue);
      else grace.begin(dialogue);
    },
    undo: grace.undo,
  };
}
