import { ActionIcon, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBulb, IconTrash, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Openness, openness } from '../questions/openness';
import classes from './room.module.css';

/** As long as one pauses to think rather than between two words. */
const PAUSE = 900;

const HINTS = {
  CLOSED: 'questions:closed',
  LEADING: 'questions:leading',
  BLAMING: 'questions:blaming',
  CHOICE: 'questions:choice',
} as const satisfies Record<Exclude<Openness, 'OPEN'>, string>;

interface Props {
  id: string;
  text: string;
  /** From 1. */
  place: number;
  count: number;
  disabled: boolean;
  onWrite: (text: string) => void;
  onNext: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One question: its text, its place, and gentle help to keep it open. */
export function Question({
  id,
  text,
  place,
  count,
  disabled,
  onWrite,
  onNext,
  onMove,
  onRemove,
}: Props) {
  const { t } = useTranslation(['feedback', 'questions']);
  const [typed, setTyped] = useState(false);
  const hint = useHint(typed ? text : '');
  return (
    <Stack gap={4} data-row={id} component="li">
      <div className={classes.question}>
        <Textarea
          className={classes.text ?? ''}
          aria-label={t('questions.label', { place })}
          aria-describedby={`${id}-hint`}
          placeholder={t('questions.placeholder')}
          minRows={1}
          value={text}
          readOnly={disabled}
          data-part="text"
          onChange={({ currentTarget }) => {
            setTyped(true);
            onWrite(currentTarget.value.replaceAll('\n', ' '));
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (text.trim()) onNext();
          }}
        />
        {!disabled && (
          <Group gap={4} wrap="nowrap" className={classes.tools ?? ''}>
            <ActionIcon
              variant="subtle"
              size="lg"
              data-part="up"
              disabled={place === 1}
              aria-label={t('questions.up', { place })}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size="1.2rem" aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              data-part="down"
              disabled={place === count}
              aria-label={t('questions.down', { place })}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size="1.2rem" aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('questions.remove', { place })}
              onClick={onRemove}
            >
              <IconTrash size="1.2rem" aria-hidden="true" />
            </ActionIcon>
          </Group>
        )}
      </div>
      <div role="status" id={`${id}-hint`}>
        {hint.shown && (
          <Group gap="xs" wrap="nowrap" align="flex-start" className={classes.hint ?? ''}>
            <IconBulb size="1.2rem" aria-hidden="true" className={classes.bulb ?? ''} />
            <Text size="sm" flex={1}>
              {t(HINTS[hint.shown])}
            </Text>
            <ActionIcon
              variant="subtle"
              aria-label={t('questions.hideHint')}
              onClick={hint.dismiss}
            >
              <IconX size="1rem" aria-hidden="true" />
            </ActionIcon>
          </Group>
        )}
      </div>
    </Stack>
  );
}

/** What would help a question, once its author pauses; gone at once when it no longer fits, or is not wanted. */
function useHint(text: string) {
  const [paused, setPaused] = useState<Openness>('OPEN');
  const [unwanted, setUnwanted] = useState<Openness>();
  useEffect(() => {
    const pause = setTimeout(() => setPaused(openness(text)), PAUSE);
    return () => clearTimeout(pause);
  }, [text]);
  const shown = paused === 'OPEN' || paused === unwanted ? undefined : paused;
  return { shown, dismiss: () => setUnwanted(paused) };
}
