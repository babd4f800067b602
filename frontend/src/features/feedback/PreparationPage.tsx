import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useGuide } from '@/features/guides';
import { otherName, useRound } from '@/features/rounds';
import { Room } from './room/Room';
import { usePartnerFeedback, useSharedReflections } from './shared/useShared';

/** The partner's room: what is shared with me, and what I prepare, topic by topic. */
export function PreparationPage() {
  // The hints come with the page: loaded with the first question they would take the page away under one's hands.
  const { t } = useTranslation(['feedback', 'questions']);
  const round = useRound();
  const name = otherName(round);
  if (round.iAm !== 'PARTNER') {
    return (
      <Page title={t('title')}>
        <EmptyState
          title={t('notYours.title', { name })}
          action={<LinkButton to={`/rounds/${round.id}`}>{t('toOverview')}</LinkButton>}
        >
          {t('notYours.explain', { name })}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead', { name })} width="wide">
      <Content />
    </Page>
  );
}

function Content() {
  const { t } = useTranslation('feedback');
  const round = useRound();
  const name = otherName(round);
  const guide = useGuide(round.guide);
  const sheet = usePartnerFeedback(round.id);
  const reflections = useSharedReflections(round.id);
  return (
    <Loaded of={[guide, sheet, reflections]} shape={<SectionShapes count={3} />}>
      {({ topics }, found, shared) => {
        if (found.reader !== 'PARTNER') return null;
        if (found.topics.length === 0) {
          return (
            <EmptyState
              title={t('early.title')}
              action={
                <LinkButton to={`/rounds/${round.id}/agreement`}>{t('early.action')}</LinkButton>
              }
            >
              {t('early.explain', { name })}
            </EmptyState>
          );
        }
        const over = round.status === 'FOLLOWED_UP' || round.status === 'CANCELLED';
        return (
          <>
            {over && <Text>{t('over', { name })}</Text>}
            <Room
              round={round}
              topics={topics}
              views={found.topics}
              reflections={shared}
              name={name}
              over={over}
              onWritten={() => void sheet.refetch()}
            />
          </>
        );
      }}
    </Loaded>
  );
}
