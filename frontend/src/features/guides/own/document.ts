import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { keeping } from '@/lib/personalData/personalData';
import { contentOf, fieldsOf, type GuideFields } from './content';

export type ManagedGuide = Schemas['ManagedGuide'];
export type OpenGuide = OpenDocument<GuideFields, ManagedGuide>;

/** The draft of an own guide, named by the guide's id. */
export const guideDocument: DocumentType<GuideFields, ManagedGuide> = {
  kind: 'guide',

  held: ({ version, content }) => ({ version, content: fieldsOf(content) }),

  write: (guideId, fields, version) => {
    const body = contentOf(fields);
    return answered(
      api.PUT('/api/v1/managed-guides/{guideId}', {
        params: { path: { guideId }, header: { ...ifMatch(version), ...keeping(body) } },
        body,
      }),
    );
  },

  page: (guideId) => `/administration/guides/${guideId}`,
};
