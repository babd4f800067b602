import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Fold } from '@/components/Fold';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { PageShape, SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import { FigureTable } from './FigureTable';
import { isSeen, told, whole } from './figures';

/** What came of a team's rounds, in numbers of people: never few enough to know who. */
export function InsightPage() {
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <Loaded of={[me]} shape={<PageShape />}>
      {({ leads }) => <Teams teams={leads} />}
    </Loaded>
  );
}

function Teams({ teams }: { teams: Schemas['TeamRef'][] }) {
  const { t } = useTranslation(['insights', 'team']);
  const [chosen, setChosen] = useState(teams[0]?.id);
  const back = (
    <Stack gap={4}>
      <Anchor component={Link} to="/team">
        {t('team:title')}
      </Anchor>
      <span>{t('lead')}</span>
    </Stack>
  );
  if (chosen === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState order={2} title={t('team:none.title')}>
          {t('team:none.explain')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={back}>
      {teams.length > 1 && (
        <NativeSelect
          label={t('whichTeam')}
          maw="22rem"
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TeamInsight key={chosen} teamId={chosen} />
    </Page>
  );
}

function TeamInsight({ teamId }: { teamId: string }) {
  const { t } = useTranslation('insights');
  const insight = $api.useQuery('get', '/api/v1/teams/{teamId}/insight', {
    params: { path: { teamId } },
  });
  return (
    <Loaded of={[insight]} shape={<SectionShapes />}>
      {({ quarters }) =>
        quarters.some(({ figures }) => figures.some(isSeen)) ? (
          <Quarters of={quarters} />
        ) : (
          <>
            <EmptyState order={2} title={t('empty.title')}>
              {t('empty.explain')}
            </EmptyState>
            <Why />
          </>
        )
      }
    </Loaded>
  );
}

const TAKE_UP: Schemas['Measure'][] = ['TOOK_PART', 'WITHIN_SIX_WEEKS', 'FOLLOWED_UP'];
const OUTCOMES: Schemas['Measure'][] = ['KEPT_GOING', 'LET_GO'];

function Quarters({ of: quarters }: { of: Schemas['InsightQuarter'][] }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const [at, setAt] = useState(0);
  const all = told(quarters, at);
  const figures = all.map(({ figure }) => figure);
  const wholes = {
    inTeam: whole(figures, 'inTeam'),
    inOrganisation: whole(figures, 'inOrganisation'),
  };
  const everyone = figures.find(({ measure }) => measure === 'EVERYONE');
  const some = (measures: Schemas['Measure'][]) =>
    all.filter(({ figure }) => measures.includes(figure.measure));
  const topics = some(['TOPIC']);
  return (
    <>
      <Group align="flex-end" gap="md">
        <NativeSelect
          label={t('quarter')}
          flex="0 1 22rem"
          value={at}
          onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
          data={quarters.map(({ from, until }, value) => ({
            value: String(value),
            label: format.period(from, until),
          }))}
        />
      </Group>
      <Section title={t('takeUp.title')}>
        {everyone?.inTeam !== undefined && (
          <Text>{t('takeUp.everyone', { number: everyone.inTeam })}</Text>
        )}
        <FigureTable caption={t('takeUp.title')} figures={some(TAKE_UP)} wholes={wholes} />
      </Section>
      <Section title={t('topics.title')}>
        <Text size="sm" c="dimmed">
          {t('topics.explain')}
        </Text>
        {topics.length === 0 ? (
          <Text>{t('topics.none')}</Text>
        ) : (
          <FigureTable caption={t('topics.title')} figures={topics} wholes={wholes} />
        )}
      </Section>
      <Section title={t('outcomes.title')}>
        <Text size="sm" c="dimmed">
          {t('outcomes.explain')}
        </Text>
        <FigureTable caption={t('outcomes.title')} figures={some(OUTCOMES)} wholes={wholes} />
      </Section>
      <Why />
    </>
  );
}

function Why() {
  const { t } = useTranslation('insights');
  return (
    <Fold summary={t('why.title')}>
      <Stack gap="sm">
        <Text>{t('why.five')}</Text>
        <Text>{t('why.nearlyAll')}</Text>
        <Text>{t('why.topics')}</Text>
        <Text>{t('why.leaders')}</Text>
        <Text>{t('why.once')}</Text>
      </Stack>
    </Fold>
  );
}
