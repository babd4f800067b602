import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Fold } from '@/components/Fold';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { later } from '@/lib/later';
import { useFormat } from '@/lib/text/useFormat';
import classes from './home.module.css';
import { RoundItem, RoundLink } from './RoundItem';
import { ENDED, GOING_ON, useRounds } from './useRounds';
import { type Standing, useStanding } from './useStanding';

/** After the page: it asks for more than the page itself shows. */
const DeletionReminders = lazy(async () => {
  await later();
  return { default: (await import('@/features/dialogues')).DeletionReminders };
});

/** What waits for me, then my rounds, each with where it stands and the next step. */
export function HomePage() {
  const { t } = useTranslation(['home', 'app']);
  const current = useRounds(GOING_ON);
  const going = current.data?.pages.flatMap(({ rows }) => rows);
  const standing = useStanding(going ?? []);
  // Those that have ended come after the page, but where nothing goes on they decide what it says.
  const ended = useRounds(ENDED, going !== undefined);
  const past = ended.data?.pages.flatMap(({ rows }) => rows);
  const [lookingBack, setLookingBack] = useState(false);
  const decided = going?.length ? [] : past;
  const some = Boolean(going?.length || past?.length);
  return (
    <Page
      title={t('app:home')}
      aside={
        some && (
          <LinkButton
            to="/rounds/new"
            variant={going?.length ? 'default' : 'filled'}
            leftSection={<IconPlus size="1.1em" aria-hidden="true" />}
          >
            {t('start')}
          </LinkButton>
        )
      }
    >
      <Loaded
        of={[
          { ...current, data: going && standing },
          { ...ended, data: decided },
        ]}
        shape={<SectionShapes />}
      >
        {(rounds, _) => (
          <>
            {some ? <Rounds of={rounds} /> : <FirstTime />}
            <Suspense>
              <DeletionReminders rounds={rounds.map(({ round }) => round)} />
            </Suspense>
            {current.hasNextPage && <More of={current} />}
          </>
        )}
      </Loaded>
      {past && past.length > 0 && (
        <Fold summary={t('past')} onOpen={() => setLookingBack(true)}>
          {lookingBack && <Past rounds={past} />}
          {lookingBack && ended.hasNextPage && <More of={ended} />}
        </Fold>
      )}
    </Page>
  );
}

function FirstTime() {
  const { t } = useTranslation('home');
  return (
    <Section title={t('first.title')}>
      <Stack gap="md" maw="38rem" align="flex-start">
        <Text>{t('first.about')}</Text>
        <Text>{t('first.how')}</Text>
        <Text>{t('first.after')}</Text>
        <LinkButton to="/rounds/new">{t('start')}</LinkButton>
      </Stack>
    </Section>
  );
}

function Rounds({ of }: { of: Standing[] }) {
  const { t } = useTranslation('home');
  if (!of.length) return <EmptyState title={t('none.title')}>{t('none.explain')}</EmptyState>;
  const waiting = of.filter(({ next }) => next.mine);
  const rest = of.filter(({ next }) => !next.mine);
  return (
    <>
      {waiting.length ? (
        <List title={t('waits')} tone="waits" of={waiting} />
      ) : (
        <Text>{t('nothingWaits')}</Text>
      )}
      <List title={t('own')} of={rest.filter(({ round }) => round.iAm === 'EVALUATEE')} />
      <List title={t('asPartner')} of={rest.filter(({ round }) => round.iAm === 'PARTNER')} />
    </>
  );
}

function List({ title, tone, of }: { title: string; tone?: 'waits'; of: Standing[] }) {
  if (!of.length) return null;
  return (
    <Section title={title} tone={tone ?? 'plain'}>
      <ul className={classes.rounds}>
        {of.map((standing, index) => (
          <RoundItem
            key={standing.round.id}
            of={standing}
            first={tone === 'waits' && index === 0}
          />
        ))}
      </ul>
    </Section>
  );
}

function Past({ rounds }: { rounds: Schemas['RoundRow'][] }) {
  const { t } = useTranslation(['home', 'app']);
  const format = useFormat();
  return (
    <ul className={classes.past}>
      {rounds.map((round) => (
        <li key={round.id}>
          <RoundLink round={round} />
          <Text size="sm" c="dimmed">
            {[
              t(`app:status.${round.status}`),
              round.guide.title,
              t('begun', { date: format.day(round.createdAt) }),
            ].join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function More({ of }: { of: { fetchNextPage: () => unknown; isFetchingNextPage: boolean } }) {
  const { t } = useTranslation('home');
  return (
    <div>
      <Button
        variant="default"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </div>
  );
}
