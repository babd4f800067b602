import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/syncedDocument';
import { useDocument } from '@/lib/documents/useDocument';
import { contentOf, type ReflectionContent, toWrite } from './moments';

type Own = Schemas['OwnReflection'];

/** What I write about one topic of one dialogue, named `<round>/<dialogue>/<topic>`. */
export const reflectionDocument: DocumentType<ReflectionContent, Own> = {
  kind: 'reflection',
  held: (view) => ({ version: view.version, content: contentOf(view) }),
  write(ref, content, version) {
    const { dialogueId, topic } = partsOf(ref);
    return answered(
      api.PUT('/api/v1/dialogues/{dialogueId}/reflections/{topic}', {
        params: { path: { dialogueId, topic }, header: ifMatch(version) },
        body: toWrite(content),
      }),
    );
  },
  page(ref) {
    const { roundId, dialogueId, topic } = partsOf(ref);
    return `/rounds/${roundId}/dialogues/${dialogueId}?topic=${encodeURIComponent(topic)}`;
  },
};

function partsOf(ref: string) {
  const [roundId = '', dialogueId = '', topic = ''] = ref.split('/');
  return { roundId, dialogueId, topic };
}

/** My reflection on one topic, as it is written here. */
export function useReflection(dialogue: { id: string; roundId: string }, view: Own) {
  return useDocument(reflectionDocument, `${dialogue.roundId}/${dialogue.id}/${view.topic}`, view);
}
