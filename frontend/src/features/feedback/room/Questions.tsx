import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Told } from '@/components/Told';
import { Question } from './Question';
import classes from './room.module.css';
import { MOST_QUESTIONS, useQuestions } from './useQuestions';

interface Props {
  questions: string[];
  onChange: (questions: string[]) => void;
  /** Nothing more can be written. */
  disabled: boolean;
}

/** The open questions on one topic, in the order they are to be asked. */
export function Questions({ questions, onChange, disabled }: Props) {
  const { t } = useTranslation(['feedback', 'app']);
  const edit = useQuestions(questions, onChange);
  const { rows, removed, movedTo } = edit;
  return (
    <Stack gap="sm" ref={edit.list} align="stretch">
      {rows.length > 0 && (
        <ol className={classes.questions}>
          {rows.map(({ id, text }, at) => (
            <Question
              key={id}
              id={id}
              text={text}
              place={at + 1}
              count={rows.length}
              disabled={disabled}
              onWrite={(next) => edit.write(id, next)}
              onNext={() => edit.add(id)}
              onMove={(by) => edit.move(id, by)}
              onRemove={() => edit.remove(id)}
            />
          ))}
        </ol>
      )}
      <VisuallyHidden role="status">
        {movedTo ? t('questions.moved', { place: movedTo, count: rows.length }) : ''}
      </VisuallyHidden>
      <Told>
        {removed && (
          <Group gap="xs">
            <Text size="sm">{t('questions.removed')}</Text>
            <Button variant="default" size="xs" data-part="undo" onClick={edit.putBack}>
              {t('app:undo')}
            </Button>
          </Group>
        )}
      </Told>
      {!disabled && rows.length < MOST_QUESTIONS && (
        <div>
          <Button
            variant="default"
            size="sm"
            data-part="add"
            leftSection={<IconPlus size="1rem" aria-hidden="true" />}
            onClick={() => edit.add()}
          >
            {t(rows.length ? 'questions.another' : 'questions.first')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
