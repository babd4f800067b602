import type { DocumentType } from '@/lib/documents/documentType';
import type { Content } from '@/lib/documents/merge';

/** Every kind of document that may be left unsent on a device, so that it is sent without its page. */
const TYPES: Record<string, () => Promise<unknown>> = {
  agreement: async () => (await import('@/features/rounds/agreement/document')).agreementDocument,
  reflection: async () => (await import('@/features/reflections/document')).reflectionDocument,
  feedback: async () => (await import('@/features/feedback/document')).feedbackDocument,
  summary: async () => (await import('@/features/summaries/document')).summaryDocument,
  guide: async () => (await import('@/features/guides/own/document')).guideDocument,
  'follow-up': async () => (await import('@/features/summaries/followUpDocument')).followUpDocument,
};

/** Undefined for a kind of an earlier version of the app. */
export async function documentType(kind: string): Promise<DocumentType<Content> | undefined> {
  return (await TYPES[kind]?.()) as DocumentType<Content> | undefined;
}
