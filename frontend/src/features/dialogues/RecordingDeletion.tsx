import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { AskedTwice } from '@/components/AskedTwice';
import { today, useFormat } from '@/lib/text/useFormat';
import { dueOf } from './deletion';
import { rememberedFile } from './rememberedFile';
import { useShownDialogues } from './useDialogues';
import { WithdrawConsent } from './WithdrawConsent';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  /** Id of what names the dialogue, where several stand on a page. */
  describedBy?: string;
}

/** How one said yes to a recording, by when it must be gone, and the word that it is. Deleting the file itself is done by hand. */
export function RecordingDeletion({ dialogue, describedBy }: Props) {
  const { t } = useTranslation('dialogues');
  const { day } = useFormat();
  const { recording } = dialogue;
  if (!recording?.consented) return null;
  const consent = recording.consentMethod && (
    <Text size="sm" c="dimmed">
      {t('deletion.consent', { how: t(`consent.${recording.consentMethod}`) })}
    </Text>
  );
  if (recording.deletedAt) {
    return (
      <div>
        {consent}
        <Text size="sm" c="dimmed">
          {t('deletion.deleted', { day: day(recording.deletedAt) })}
        </Text>
      </div>
    );
  }
  return (
    <Stack gap={4}>
      {consent}
      <Group gap="4px 16px">
        <DueLine recording={recording} />
        <Confirm
          dialogue={dialogue}
          describedBy={describedBy}
          quiet={dueOf(recording, today()) === 'later'}
        />
        {!recording.withdrawnAt && (
          <WithdrawConsent dialogue={dialogue} describedBy={describedBy} />
        )}
      </Group>
    </Stack>
  );
}

/** The last day in words, and a sign that grows with its nearness. */
export function DueLine({ recording }: { recording: Schemas['Recording'] }) {
  const { t } = useTranslation('dialogues');
  const { day } = useFormat();
  const due = dueOf(recording, today());
  if (!due) return null;
  const Sign = due === 'later' || due === 'soon' ? IconClock : IconAlertTriangle;
  const colours = {
    later: 'inherit',
    soon: 'var(--waits)',
    overdue: 'var(--mantine-color-error)',
    withdrawn: 'var(--mantine-color-error)',
  };
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" c={colours[due]}>
      <Sign size="1.25em" aria-hidden="true" style={{ flex: 'none', marginTop: '0.15em' }} />
      <Text size="sm" fw={due === 'later' ? 400 : 600}>
        {t(`deletion.${due}`, { day: day(recording.withdrawnAt ?? recording.deleteBy ?? '') })}
      </Text>
    </Group>
  );
}

/** The word that the file is gone. */
function Confirm({
  dialogue,
  describedBy,
  quiet,
}: {
  dialogue: Schemas['OwnDialogue'];
  describedBy: string | undefined;
  /** The last day is far off. */
  quiet: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const shown = useShownDialogues(dialogue.roundId);
  const deletion = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/dialogues/{dialogueId}/confirm-deletion', {
          params: { path: { dialogueId: dialogue.id }, header: ifMatch(dialogue.version) },
        }),
      ),
    onSuccess: async (now) => {
      await rememberedFile.forget(dialogue.id);
      shown.put(now);
    },
    onError: (error) => {
      if (isProblem(error, 'stale')) shown.refresh();
    },
  });
  return (
    <AskedTwice
      action={{ ...deletion, mutate: () => deletion.mutate() }}
      words={{
        offer: t('deletion.confirm'),
        question: t('deletion.ask'),
        yes: t('deletion.yes'),
        no: t('deletion.notYet'),
      }}
      describedBy={describedBy}
      quiet={quiet}
    />
  );
}
