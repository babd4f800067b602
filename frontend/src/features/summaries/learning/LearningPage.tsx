import { Anchor, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Fold } from '@/components/Fold';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { PageShape, SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import classes from './learning.module.css';
import { Sentence } from './Sentence';
import { useTeamLearning } from './useLearning';

/** What people have learnt and released to their team, for those who are in it or lead it. */
export function LearningPage() {
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <Loaded of={[me]} shape={<PageShape />}>
      {(person) => <Teams teams={teamsOf(person)} leads={person.leads.length > 0} />}
    </Loaded>
  );
}

/** One's own first, then those one leads. */
function teamsOf({ team, teamId, leads }: Schemas['MeView']): Schemas['TeamRef'][] {
  const own = team && teamId ? [{ id: teamId, name: team }] : [];
  return [...own, ...leads.filter(({ id }) => id !== teamId)];
}

function Teams({ teams, leads }: { teams: Schemas['TeamRef'][]; leads: boolean }) {
  const { t } = useTranslation(['learning', 'team']);
  const [chosen, setChosen] = useState(teams[0]?.id);
  if (chosen === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState order={2} title={t('none.title')}>
          {t('none.explain')}
        </EmptyState>
      </Page>
    );
  }
  const lead = (
    <Stack gap={4}>
      {leads && (
        <Anchor component={Link} to="/team">
          {t('team:title')}
        </Anchor>
      )}
      <span>{t('lead')}</span>
    </Stack>
  );
  return (
    <Page title={t('title')} lead={lead}>
      {teams.length > 1 && (
        <NativeSelect
          label={t('whichTeam')}
          maw="22rem"
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TeamLearning key={chosen} teamId={chosen} />
    </Page>
  );
}

function TeamLearning({ teamId }: { teamId: string }) {
  const { t } = useTranslation('learning');
  const list = useTeamLearning(teamId);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <Loaded of={[{ ...list, data: rows }]} shape={<SectionShapes />}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState order={2} title={t('empty.title')}>
            {t('empty.explain')}
          </EmptyState>
        ) : (
          <Stack gap="xl" align="stretch">
            <ul className={classes.list}>
              {all.map((one) => (
                <li key={one.id}>
                  <Sentence words={one.sentence}>
                    <Whose of={one} />
                  </Sentence>
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <div>
                <Button
                  variant="default"
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              </div>
            )}
            <Fold summary={t('why.title')}>
              <Text>{t('why.explain')}</Text>
            </Fold>
          </Stack>
        )
      }
    </Loaded>
  );
}

function Whose({ of: { by, on, from, until } }: { of: Schemas['SharedLearning'] }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  if (by && on) return [by.name, format.day(on)].join(' · ');
  return [t('unnamed'), from && until && format.period(from, until)].filter(Boolean).join(' · ');
}
