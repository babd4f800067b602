import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useGuide } from '@/features/guides';
import { useRound } from '@/features/rounds';
import { useKept } from '@/lib/keeping/useKept';
import type { VideoTerms } from './fields';
import { GoOn } from './GoOn';
import { NewDialogue } from './NewDialogue';
import { OwnDialogues } from './OwnDialogues';
import { SharedDialogues } from './SharedDialogues';
import { useDialogues } from './useDialogues';
import type { Outgoing } from './useOutgoing';

/** The dialogues of a round: noting them, and the way to reflecting on each. */
export function DialoguesPage() {
  const round = useRound();
  return round.iAm === 'EVALUATEE' ? <Mine /> : <Theirs />;
}

function Mine() {
  const { t } = useTranslation('dialogues');
  const round = useRound();
  const dialogues = useDialogues(round.id);
  const guide = useGuide(round.guide);
  const agreement = $api.useQuery('get', '/api/v1/rounds/{roundId}/agreement', {
    params: { path: { roundId: round.id } },
  });
  const queue = useKept<{ items: Outgoing[] }>(`outgoing-dialogues:${round.id}`, { items: [] });
  const agreed = round.numberOfDialogues;
  const held = dialogues.data?.length;
  return (
    <Page
      title={t('title')}
      lead={
        held !== undefined && agreed !== undefined ? t('held', { held, count: agreed }) : t('lead')
      }
    >
      <Loaded of={[dialogues, guide, agreement]} shape={<SectionShapes count={2} />}>
        {(list, { topics }, { consentMethod, recordingDeletionDays }) => {
          const own = list.filter((dialogue) => dialogue.reader === 'EVALUATEE');
          const terms: VideoTerms | undefined =
            round.mode === 'WITH_VIDEO'
              ? { consentMethod, deletionDays: recordingDeletionDays ?? 0 }
              : undefined;
          return (
            <>
              <NewDialogue round={round} terms={terms} usual={own.at(-1)?.channel} queue={queue} />
              {round.status !== 'CONDUCTING' && round.status !== 'REFLECTING' && (
                <Text>{t('readOnly')}</Text>
              )}
              <OwnDialogues round={round} dialogues={own} topics={topics} terms={terms} />
              <GoOn round={round} unsent={queue.value.items.length} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Theirs() {
  const { t } = useTranslation('dialogues');
  const round = useRound();
  const dialogues = useDialogues(round.id);
  const guide = useGuide(round.guide);
  return (
    <Page title={t('title')}>
      <Loaded of={[dialogues, guide]} shape={<SectionShapes count={1} />}>
        {(list, { topics }) => <SharedDialogues round={round} dialogues={list} topics={topics} />}
      </Loaded>
    </Page>
  );
}
