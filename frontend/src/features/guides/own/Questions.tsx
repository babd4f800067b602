import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import { Another } from './Another';
import {
  fieldsOfQuestion,
  MOST_QUESTIONS,
  newKey,
  questionField,
  questionsField,
  questionsOf,
} from './content';
import type { OpenGuide } from './document';
import { GuideField } from './GuideField';
import { MoveButtons, useMoving } from './Moving';
import classes from './own.module.css';
import { useRemoved } from './RemovedNotice';
import { useLanguages } from './useLanguages';

/** The guiding questions of a topic, in their order. */
export function Questions({ topic, of }: { topic: string; of: OpenGuide }) {
  const { t } = useTranslation('ownGuides');
  const heading = useId();
  const languages = useLanguages();
  const questions = questionsOf(of.content, topic);
  const list = questionsField(topic);
  const moving = useMoving(questions, (order) => of.change({ [list]: order }));
  const removed = useRemoved(of, (key) => moving.place({ key, by: -1 }));
  const [added, setAdded] = useState<string>();

  useEffect(() => {
    const [language] = languages;
    if (added && language)
      document.getElementById(questionField(topic, added, language, 'evaluatee'))?.focus();
  }, [added, topic, languages]);

  function add() {
    const key = newKey();
    of.change({ [list]: [...questions, key] });
    setAdded(key);
  }

  return (
    <Section title={t('questions.title')}>
      <Text size="sm" c="dimmed">
        {t('questions.explain')}
      </Text>
      <Stack gap="xl">
        {questions.map((question, at) => {
          const name = t('question.numbered', { place: at + 1 });
          return (
            <Stack key={question} gap="sm" role="group" aria-labelledby={`${heading}-${question}`}>
              <Group justify="space-between" gap="xs">
                <Title order={3} id={`${heading}-${question}`}>
                  {name}
                </Title>
                <Group gap="xs">
                  <MoveButtons of={moving} item={question} name={name} />
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('question.removeNamed', { name })}
                    onClick={() =>
                      removed.remove({
                        name,
                        list,
                        key: question,
                        fields: fieldsOfQuestion(topic, question),
                      })
                    }
                  >
                    {t('question.remove')}
                  </Button>
                </Group>
              </Group>
              {languages.map((language) => (
                <div key={language} className={classes.wordings}>
                  {(['evaluatee', 'partner'] as const).map((wording) => (
                    <GuideField
                      key={wording}
                      of={of}
                      field={questionField(topic, question, language, wording)}
                      label={t(`part.${wording}`)}
                      language={language}
                      minRows={2}
                    />
                  ))}
                </div>
              ))}
            </Stack>
          );
        })}
      </Stack>
      <Another
        moving={moving}
        removed={removed}
        most={MOST_QUESTIONS}
        words={{ add: t('questions.add'), most: t('questions.most', { count: MOST_QUESTIONS }) }}
        onAdd={add}
      />
    </Section>
  );
}
