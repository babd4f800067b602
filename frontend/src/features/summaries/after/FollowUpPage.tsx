import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { useRound } from '@/features/rounds';
import { OwnLearning } from '../learning/OwnLearning';
import { useSummary } from '../useSummary';
import { FollowUp } from './FollowUp';
import { HrSharing } from './HrSharing';
import { NextRound } from './NextRound';
import { SummarySheet } from './SummarySheet';

/** After the talk: the summary, what became of its points, who else may read it, and the next round. */
export function FollowUpPage() {
  const { t } = useTranslation(['summaries', 'talk']);
  const round = useRound();
  const concluded = round.status === 'CONCLUDED' || round.status === 'FOLLOWED_UP';
  return (
    <Page title={t('title')}>
      {concluded ? (
        <Concluded round={round} />
      ) : (
        <EmptyState
          title={t('early.title')}
          action={
            <LinkButton to={`/rounds/${round.id}${round.status === 'DISCUSSING' ? '/talk' : ''}`}>
              {t(round.status === 'DISCUSSING' ? 'early.toTalk' : 'early.toOverview')}
            </LinkButton>
          }
        >
          {t('early.explain')}
        </EmptyState>
      )}
    </Page>
  );
}

function Concluded({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation('summaries');
  const { state } = useLocation();
  const summary = useSummary(round.id);
  const followUp = $api.useQuery('get', '/api/v1/rounds/{roundId}/follow-up', {
    params: { path: { roundId: round.id } },
  });
  const evaluatee = round.iAm === 'EVALUATEE';
  const arrived = round.status === 'CONCLUDED' && wasConcluded(state);
  return (
    <Stack gap="xl">
      <Told>
        {arrived && (
          <Stack gap={4} className="no-print">
            <Text size="lg" fw={550}>
              {t('concluded.title')}
            </Text>
            <Text>{t(evaluatee ? 'concluded.evaluatee' : 'concluded.partner')}</Text>
          </Stack>
        )}
      </Told>
      <Loaded of={[summary, followUp]} shape={<SectionShapes count={3} />}>
        {(view, points) => (
          <Stack gap="lg">
            <SummarySheet round={round} view={view} />
            <div className="no-print">
              <FollowUp round={round} view={points} ask={() => void followUp.refetch()} />
            </div>
            {evaluatee && (
              <Stack gap="lg" className="no-print">
                <NextRound round={round} summary={view} points={points.focusPoints} />
                <OwnLearning round={round} written={view.learning} />
                <HrSharing round={round} view={view} />
              </Stack>
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

/** Whether one came here by the last approval. */
function wasConcluded(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'concluded' in state;
}
