import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useFilter } from '@/lib/useFilter';
import { PeopleTable } from './PeopleTable';
import { FILTERS, type Filter, ROLES, STATES, usePeople, useTeams } from './useDirectory';

/** Everybody in the organisation, to be searched as one types. */
export function PeoplePage() {
  const { t } = useTranslation('directory');
  const { filter, change } = useFilter(FILTERS);
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 250);
  const people = usePeople(query, filter);
  const rows = people.data?.pages.flatMap((page) => page.rows);

  function showAll() {
    setText('');
    change({ team: '', role: '', state: '' });
  }

  return (
    <Page title={t('people.title')} lead={t('people.lead')} width="wide">
      <Stack gap="lg">
        <Group gap="md">
          <LinkButton to="/administration/people/invitations">{t('people.invite')}</LinkButton>
          <Anchor component={Link} to="/administration/people/erasures">
            {t('people.erasures')}
          </Anchor>
        </Group>
        <search>
          <Stack gap="md">
            <TextInput
              type="search"
              autoComplete="off"
              label={t('people.search')}
              maxLength={100}
              maw="28rem"
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Filters filter={filter} change={change} />
          </Stack>
        </search>
        <Loaded of={[{ ...people, data: rows }]} shape={<SectionShapes count={1} lines={6} />}>
          {(found) =>
            found.length ? (
              <>
                <Text size="sm" c="dimmed" role="status">
                  {t('people.shown', { count: found.length })}
                </Text>
                <PeopleTable people={found} />
                {people.hasNextPage && (
                  <div>
                    <Button
                      variant="default"
                      loading={people.isFetchingNextPage}
                      onClick={() => void people.fetchNextPage()}
                    >
                      {t('more')}
                    </Button>
                  </div>
                )}
              </>
            ) : (
              <EmptyState
                order={2}
                title={t('people.noneTitle')}
                action={
                  <Button variant="default" onClick={showAll}>
                    {t('people.all')}
                  </Button>
                }
              >
                {t('people.noneExplain')}
              </EmptyState>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

interface FilterProps {
  filter: Filter;
  change: (patch: Partial<Filter>) => void;
}

/** Each choice counts as it is made. */
function Filters({ filter, change }: FilterProps) {
  const { t } = useTranslation('directory');
  const teams = useTeams();
  const select = (what: keyof Filter, all: string, options: [value: string, name: string][]) => (
    <NativeSelect
      label={t(`filter.${what}`)}
      flex="1 1 11rem"
      maw="18rem"
      value={filter[what]}
      onChange={({ currentTarget }) => change({ [what]: currentTarget.value })}
      data={[{ value: '', label: all }, ...options.map(([value, label]) => ({ value, label }))]}
    />
  );
  return (
    <Group gap="md" align="flex-end">
      {select(
        'team',
        t('filter.allTeams'),
        (teams.data ?? []).map(({ id, name }) => [id, name]),
      )}
      {select(
        'role',
        t('filter.allRoles'),
        ROLES.map((role) => [role, t(`role.${role}`)]),
      )}
      {select(
        'state',
        t('filter.allStates'),
        STATES.map((state) => [state, t(`state.${state}`)]),
      )}
    </Group>
  );
}
