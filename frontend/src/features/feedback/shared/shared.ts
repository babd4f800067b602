import type { Schemas } from '@/api/client';

type Dialogue = Pick<Schemas['Dialogue'], 'id' | 'heldAt' | 'channel' | 'label'>;

/** A reflection that the partner may read, and the dialogue it is about. */
export interface SharedReflection {
  dialogue: Dialogue;
  topic: string;
  text: string;
  moments: Schemas['Moment'][];
}

/**
 * What is shared of the reflections on a dialogue, in the guide's order; the same for both readers. A topic may be
 * shared before there is anything on it: then there is nothing to show yet.
 */
export function sharedReflections(
  dialogue: Dialogue,
  sheet: Schemas['ReflectionSheet'],
): SharedReflection[] {
  const shared =
    sheet.reader === 'EVALUATEE'
      ? sheet.reflections.filter((one) => one.shared)
      : sheet.reflections;
  return shared
    .filter(({ text, moments }) => text.trim() !== '' || moments.length > 0)
    .map(({ topic, text, moments }) => ({ dialogue, topic, text, moments }));
}

/** The topics on which the partner has shared something, and that; the same for both readers. */
export function sharedFeedback(sheet: Schemas['FeedbackSheet']): Schemas['SharedFeedback'][] {
  const shared =
    sheet.reader === 'EVALUATEE'
      ? sheet.topics
      : sheet.topics.map(({ topic, questions, questionsShared, feedback, feedbackShared }) => ({
          topic,
          questions: questionsShared ? questions : [],
          feedback: feedbackShared ? feedback : '',
        }));
  return shared.filter(({ questions, feedback }) => questions.length > 0 || feedback.trim() !== '');
}
