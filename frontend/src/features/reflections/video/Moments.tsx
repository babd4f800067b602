import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ConflictPanel } from '@/components/ConflictPanel';
import { HeldNotice } from '@/components/PersonalDataNotice';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { timecode } from '@/lib/text/useFormat';
import { type MomentField, momentsOf, type NotedMoment, type ReflectionContent } from '../moments';
import { MomentByHand } from './MomentByHand';
import { MomentRow, noteId } from './MomentRow';
import classes from './video.module.css';

interface Props {
  document: OpenDocument<ReflectionContent, Schemas['OwnReflection']>;
  /** Seeks the recording to a second and plays; undefined where none is open. */
  play: ((second: number) => void) | undefined;
  writable: boolean;
  /** The moment that was noted last: its note takes the focus. */
  stamped: { field: MomentField } | undefined;
}

/** The moments of the recording that this topic is about, in order of time, each with a note. */
export function Moments({ document, play, writable, stamped }: Props) {
  const { t } = useTranslation(['video', 'app']);
  const { content, change, conflicts, held } = document;
  const moments = momentsOf(content);
  const [removed, setRemoved] = useState<NotedMoment>();
  const id = useId();
  const undo = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (stamped) window.document.getElementById(noteId(id, stamped.field))?.focus();
  }, [stamped, id]);
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);

  return (
    <Stack gap="sm" component="section" aria-labelledby={id}>
      <Title order={3} id={id}>
        {t('moments.title')}
      </Title>
      {moments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(play ? 'moments.none' : 'moments.noneYet')}
        </Text>
      )}
      <ul className={classes.moments}>
        {moments.map((moment) => (
          <MomentRow
            key={moment.field}
            list={id}
            moment={moment}
            play={play}
            write={writable ? (note) => change({ [moment.field]: note }) : undefined}
            remove={() => {
              setRemoved(moment);
              change({ [moment.field]: undefined });
            }}
          />
        ))}
      </ul>
      {held.map(
        ({ field }) => isMoment(field) && <HeldNotice key={field} of={document} field={field} />,
      )}
      {conflicts.map(
        ({ field }) => isMoment(field) && <ConflictPanel key={field} of={document} field={field} />,
      )}
      <div role="status">
        {removed && (
          <Group gap="sm">
            <Text size="sm">{t('moments.removed', { time: timecode(removed.second) })}</Text>
            <Button
              ref={undo}
              size="sm"
              variant="default"
              onClick={() => {
                change({ [removed.field]: removed.note });
                setRemoved(undefined);
              }}
            >
              {t('app:undo')}
            </Button>
          </Group>
        )}
      </div>
      {writable && <MomentByHand content={content} add={(field) => change({ [field]: '' })} />}
    </Stack>
  );
}

function isMoment(field: string): field is MomentField {
  return field.startsWith('moment:');
}
