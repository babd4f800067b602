import { Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ConflictPanel } from '@/components/ConflictPanel';
import {
  type FollowUpContent,
  isStatus,
  noteField,
  STATUSES,
  statusField,
} from '../followUpDocument';
import classes from '../summary.module.css';
import { FieldSign } from '../together/FieldSign';
import { TextField } from '../together/TextField';
import type { Together } from '../together/useTogether';

interface Props {
  of: Together<FollowUpContent, Schemas['FollowUpView']>;
  /** The point's place, from 0. */
  at: number;
  text: string;
}

/** How one focus point has gone, in words, and a note on it. */
export function PointStatus({ of, at, text }: Props) {
  const { t } = useTranslation('summaries');
  const field = statusField(at);
  return (
    <Stack gap="md" role="group" aria-label={text}>
      <ConflictPanel
        of={of}
        field={field}
        name={of.name}
        show={(status) => (isStatus(status) ? t(`status.${status}`) : '')}
      />
      <Radio.Group
        size="md"
        label={text}
        value={of.content[field] ?? ''}
        onChange={(status) => of.change({ [field]: status })}
      >
        <Group gap="xs" mt="xs" className={classes.choices ?? ''} {...of.here(field)}>
          {STATUSES.map((status) => (
            <Radio key={status} value={status} label={t(`status.${status}`)} />
          ))}
          <FieldSign of={of} field={field} />
        </Group>
      </Radio.Group>
      <TextField of={of} field={noteField(at)} label={t('followUp.note')} minRows={2} />
    </Stack>
  );
}
