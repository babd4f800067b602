import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { documents } from '@/lib/documents/documents';
import type { DocumentType } from '@/lib/documents/documentType';
import { useDocument } from '@/lib/documents/useDocument';
import { keeping } from '@/lib/personalData/personalData';
import { contentOf, type ReflectionContent, toWrite } from './moments';

type Own = Schemas['OwnReflection'];
type Dialogue = Pick<Schemas['OwnDialogue'], 'id' | 'roundId'>;

/** What I write about one topic of one dialogue, named `<round>/<dialogue>/<topic>`. */
export const reflectionDocument: DocumentType<ReflectionContent, Own> = {
  kind: 'reflection',
  held: (view) => ({ version: view.version, content: contentOf(view) }),
  write(ref, content, version) {
    const { dialogueId, topic } = partsOf(ref);
    return answered(
      api.PUT('/api/v1/dialogues/{dialogueId}/reflections/{topic}', {
        params: {
          path: { dialogueId, topic },
          header: { ...ifMatch(version), ...keeping(content) },
        },
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
export function useReflection(dialogue: Dialogue, view: Own) {
  return useDocument(reflectionDocument, refOf(dialogue, view), view);
}

/** Sends what I have written on these topics; false where the service does not have all of it. */
export async function reflectionsSaved(dialogue: Dialogue, views: Own[]): Promise<boolean> {
  const results = await Promise.all(
    views.map((view) => documents.open(reflectionDocument, refOf(dialogue, view), view).saved()),
  );
  return results.every(Boolean);
}

function refOf(dialogue: Dialogue, { topic }: Own): string {
  return `${dialogue.roundId}/${dialogue.id}/${topic}`;
}
