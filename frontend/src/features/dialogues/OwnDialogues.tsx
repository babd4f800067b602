import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { DialogueItem } from './DialogueItem';
import classes from './DialogueItem.module.css';
import type { VideoTerms } from './fields';
import { useRemoval } from './useRemoval';

interface Props {
  round: Schemas['RoundView'];
  dialogues: Schemas['OwnDialogue'][];
  topics: Schemas['GuideTopic'][];
  terms: VideoTerms | undefined;
}

/** My dialogues in the order they were held; one that is removed can be brought back for a moment. */
export function OwnDialogues({ round, dialogues, topics, terms }: Props) {
  const { t } = useTranslation('dialogues');
  const { leaving, refused, remove, undo } = useRemoval(round.id);
  const there = dialogues.filter(({ id }) => id !== leaving?.id);
  const recorded = there.some(({ recording }) => recording?.consented && !recording.deletedAt);
  return (
    <Section title={t('list.title')}>
      {there.length === 0 && !leaving && (
        <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>
      )}
      {recorded && (
        <Text size="sm" maw="38rem">
          {t('deletion.byHand')}
        </Text>
      )}
      <Removed label={leaving?.label} undo={undo} />
      {refused && (
        <Stack gap="xs">
          <Text fw={550}>{t('list.notRemoved', { label: refused.dialogue.label })}</Text>
          <ProblemNotice error={refused.error} />
        </Stack>
      )}
      <ol className={classes.list}>
        {there.map((dialogue) => (
          <li key={dialogue.id}>
            <DialogueItem
              dialogue={dialogue}
              round={round}
              topics={topics}
              terms={terms}
              remove={round.status === 'CONDUCTING' ? () => remove(dialogue) : undefined}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Takes the focus that the removed one had, so that it can be brought back by keyboard. */
function Removed({ label, undo }: { label: string | undefined; undo: () => void }) {
  const { t } = useTranslation(['dialogues', 'app']);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (label) button.current?.focus();
  }, [label]);
  return (
    <div role="status">
      {label && (
        <Group gap="sm" p="sm" bg="var(--surface-quiet)" bdrs="md">
          <Text size="sm">{t('list.removed', { label })}</Text>
          <Button ref={button} size="sm" variant="default" onClick={undo}>
            {t('app:undo')}
          </Button>
        </Group>
      )}
    </div>
  );
}
