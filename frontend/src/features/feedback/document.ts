import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import { keeping } from '@/lib/personalData/personalData';

/** The partner's words on one topic. The questions are one field: only their author writes them. */
export type FeedbackContent = {
  /** Never shared. */
  note: string;
  /** In order. May hold empty ones while they are being written; those are never sent. */
  questions: string[];
  questionsShared: boolean;
  feedback: string;
  feedbackShared: boolean;
};

/** Names a topic of a round among the documents. */
export function feedbackRef(roundId: string, topic: string): string {
  return `${roundId}/${topic}`;
}

/** The questions that say something: the service knows no empty ones. */
export function written(questions: readonly string[]): string[] {
  return questions.filter((question) => question.trim() !== '');
}

export const feedbackDocument: DocumentType<FeedbackContent, Schemas['OwnFeedback']> = {
  kind: 'feedback',

  held: ({ version, note, questions, questionsShared, feedback, feedbackShared }) => ({
    version,
    content: { note, questions, questionsShared, feedback, feedbackShared },
  }),

  write: (ref, content, version) => {
    const [roundId = '', topic = ''] = ref.split('/');
    return answered(
      api.PUT('/api/v1/rounds/{roundId}/partner-feedback/{topic}', {
        params: { path: { roundId, topic }, header: { ...ifMatch(version), ...keeping(content) } },
        body: { ...content, questions: written(content.questions) },
      }),
    );
  },

  page: (ref) => {
    const [roundId = '', topic = ''] = ref.split('/');
    return `/rounds/${roundId}/preparation?topic=${topic}`;
  },
};
