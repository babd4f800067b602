import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Audience } from '@/components/Audience';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { useCaughtUp } from '@/lib/documents/useCaughtUp';
import { today, useFormat } from '@/lib/text/useFormat';
import { followUpDocument } from '../followUpDocument';
import { TheirEdits } from '../together/TheirEdits';
import { useTogether } from '../together/useTogether';
import { useSummaryAnswered } from '../useSummary';
import { CloseRound } from './CloseRound';
import { FollowedUp } from './FollowedUp';
import { PointStatus } from './PointStatus';

interface Props {
  round: Schemas['RoundView'];
  view: Schemas['FollowUpView'];
  ask: () => void;
}

/** What became of each focus point: written by both until the round is closed, and then to read. */
export function FollowUp({ round, view, ask }: Props) {
  const { t } = useTranslation('summaries');
  const format = useFormat();
  const due = view.on <= today();
  return (
    <Section
      title={t('followUp.title')}
      tone={round.status === 'CONCLUDED' && due ? 'waits' : 'plain'}
      aside={<Audience who="both" />}
    >
      <Text>{t('followUp.agreed', { how: view.how, day: format.day(view.on) })}</Text>
      {round.status === 'CONCLUDED' ? (
        <Writing round={round} view={view} ask={ask} />
      ) : (
        <FollowedUp points={view.focusPoints} />
      )}
    </Section>
  );
}

function Writing({ round, view, ask }: Props) {
  const { t } = useTranslation('summaries');
  const doc = useTogether(followUpDocument, round, view);
  const answered = useSummaryAnswered(round.id);
  useCaughtUp(doc, view.version, () => {
    ask();
    answered.ask();
  });
  const label = (field: string) => {
    const place = Number(field.split('.')[1]) + 1;
    return t(field.startsWith('status') ? 'followUp.statusOf' : 'followUp.noteOf', { place });
  };
  return (
    <Stack gap="xl">
      <SaveIndicator of={doc} stays />
      <TheirEdits of={doc} label={label} />
      {view.focusPoints.map(({ text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points of a concluded summary stay where they are.
        <PointStatus key={at} of={doc} at={at} text={text} />
      ))}
      <CloseRound round={round} of={doc} />
    </Stack>
  );
}
