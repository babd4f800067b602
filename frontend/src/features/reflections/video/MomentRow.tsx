import { ActionIcon, Button, Text, Textarea } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timecode } from '@/lib/text/useFormat';
import type { MomentField, NotedMoment } from '../moments';
import classes from './video.module.css';

interface Props {
  /** Id of the list. */
  list: string;
  moment: NotedMoment;
  play: ((second: number) => void) | undefined;
  /** Undefined where nothing is written any more. */
  write: ((note: string) => void) | undefined;
  remove: () => void;
}

/** Where the note of a moment is written. */
export function noteId(list: string, field: MomentField): string {
  return `${list}-${field}`;
}

/** One moment: its time, which plays it, and its note. */
export function MomentRow({ list, moment: { field, second, note }, play, write, remove }: Props) {
  const { t } = useTranslation('video');
  const time = timecode(second);
  return (
    <li className={classes.moment}>
      {play ? (
        <Button
          size="compact-md"
          variant="light"
          className={classes.time ?? ''}
          leftSection={<IconPlayerPlay size="0.9em" aria-hidden="true" />}
          aria-label={t('moments.play', { time })}
          onClick={() => play(second)}
        >
          {time}
        </Button>
      ) : (
        <Text className={classes.time ?? ''} c="dimmed">
          {time}
        </Text>
      )}
      {write ? (
        <>
          <Textarea
            id={noteId(list, field)}
            size="sm"
            minRows={1}
            aria-label={t('moments.note', { time })}
            placeholder={t('moments.placeholder')}
            value={note}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('moments.remove', { time })}
            onClick={remove}
          >
            <IconX size="1.1rem" aria-hidden="true" />
          </ActionIcon>
        </>
      ) : (
        <Text className={classes.said ?? ''}>{note}</Text>
      )}
    </li>
  );
}
