import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import classes from './shared.module.css';

interface Props {
  of: Schemas['SharedFeedback'];
  /** The partner's first name; undefined where the reader is the partner. */
  name: string | undefined;
}

/** The questions and the feedback that the partner has shared on one topic. */
export function TopicFeedback({ of: { questions, feedback }, name }: Props) {
  const { t } = useTranslation('feedback');
  const tone = name ? 'theirs' : 'mine';
  return (
    <Stack gap="md">
      {questions.length > 0 && (
        <Stack gap={4} className={classes.quote ?? ''} data-tone={tone}>
          <Text size="sm" c="dimmed">
            {name
              ? t('shared.questionsOf', { name, count: questions.length })
              : t('shared.myQuestions', { count: questions.length })}
          </Text>
          <ul className={classes.questions}>
            {questions.map((question) => (
              <li key={question} className={classes.words}>
                {question}
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {feedback.trim() !== '' && (
        <Stack gap={4} className={classes.quote ?? ''} data-tone={tone}>
          <Text size="sm" c="dimmed">
            {name ? t('shared.feedbackOf', { name }) : t('shared.myFeedback')}
          </Text>
          <Text className={classes.words ?? ''}>{feedback}</Text>
        </Stack>
      )}
    </Stack>
  );
}
