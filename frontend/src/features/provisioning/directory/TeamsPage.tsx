import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SentForm } from '@/components/SentForm';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { useNewForm } from '@/lib/keeping/useNewForm';
import { useFormat } from '@/lib/text/useFormat';
import classes from './directory.module.css';
import { TeamName } from './TeamName';
import { type Team, useDirectoryAnew, useTeams } from './useDirectory';

/** The organisation's teams: who leads them and how many they are. */
export function TeamsPage() {
  const { t } = useTranslation('directory');
  const teams = useTeams();
  const [text, setText] = useState('');
  const shown = (all: Team[]) =>
    all.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Page title={t('teams.title')} lead={t('teams.lead')} width="wide">
      <Stack gap="lg">
        <NewTeam />
        <Loaded of={[teams]} shape={<SectionShapes count={1} lines={6} />}>
          {(all) =>
            all.length ? (
              <>
                <search>
                  <TextInput
                    type="search"
                    autoComplete="off"
                    label={t('teams.search')}
                    maw="28rem"
                    value={text}
                    onChange={({ currentTarget }) => setText(currentTarget.value)}
                  />
                </search>
                {shown(all).length ? (
                  <TeamTable teams={shown(all)} />
                ) : (
                  <Text>{t('teams.noneFound')}</Text>
                )}
              </>
            ) : (
              <EmptyState order={2} title={t('teams.noneTitle')}>
                {t('teams.noneExplain')}
              </EmptyState>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

/** A table, of which a narrow window shows each row as a few lines. */
function TeamTable({ teams }: { teams: Team[] }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>{t('teams.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.team')}</th>
          <th scope="col">{t('column.leaders')}</th>
          <th scope="col">{t('column.people')}</th>
        </tr>
      </thead>
      <tbody>
        {teams.map(({ id, name, leaders, people }) => (
          <tr key={id}>
            <th scope="row">
              <Anchor component={Link} to={`/administration/teams/${id}`}>
                {name}
              </Anchor>
            </th>
            <td>
              {leaders.length
                ? format.list(leaders.map((leader) => leader.name))
                : t('teams.noLeader')}
            </td>
            <td>{t('teams.people', { count: people })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewTeam() {
  const { t } = useTranslation('directory');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState('');
  const form = useNewForm('new-team', { name: '' });
  const { name } = form.value;
  const making = useMutation({
    mutationFn: (key: string) =>
      answered(
        api.POST('/api/v1/directory/teams', {
          params: { header: { 'Idempotency-Key': key } },
          body: { name },
        }),
      ),
    onSuccess: (team) => {
      setMade(team.name);
      close();
    },
    onSettled: useDirectoryAnew(),
  });

  function close() {
    form.forget();
    setOpen(false);
    making.reset();
  }

  if (!open && !form.restored) {
    return (
      <Stack gap="sm" align="flex-start">
        <Told>{made && <Text>{t('teams.made', { team: made })}</Text>}</Told>
        <Button onClick={() => setOpen(true)}>{t('teams.new')}</Button>
      </Stack>
    );
  }
  return (
    <Section title={t('teams.new')} tone="mine">
      <SentForm
        label={t('teams.new')}
        submit={t('teams.make')}
        sending={making}
        onSubmit={() => name.trim() && making.mutate(form.key())}
        onCancel={close}
      >
        {(faults, tried) => (
          <TeamName
            value={name}
            onChange={(changed) => form.change({ name: changed })}
            faults={faults}
            tried={tried}
          />
        )}
      </SentForm>
    </Section>
  );
}
