import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api, ifMatch } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SentForm } from '@/components/SentForm';
import { PageShape } from '@/components/Shapes';
import { useChange } from '@/lib/keeping/useChange';
import { Provisioned } from './PersonPage';
import { TeamName } from './TeamName';
import { type Team, useDirectoryAnew, useTeam } from './useDirectory';

/** A team: its leaders and its people, its name, and the end of it. */
export function TeamPage() {
  const { teamId = '' } = useParams();
  const team = useTeam(teamId);
  return (
    <Loaded of={[team]} shape={<PageShape />}>
      {(one) => <OneTeam team={one} />}
    </Loaded>
  );
}

function OneTeam({ team }: { team: Team }) {
  const { t } = useTranslation(['directory', 'app']);
  const navigate = useNavigate();
  const anew = useDirectoryAnew();
  const closing = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/directory/teams/{teamId}', {
        params: { path: { teamId: team.id }, header: ifMatch(team.version) },
      }),
    onSuccess: () => navigate('/administration/teams', { replace: true }),
    onSettled: anew,
  });
  return (
    <Page title={team.name} lead={t('teams.people', { count: team.people })}>
      <Stack gap="lg">
        {team.provisioned && <Provisioned by={team.provisionedBy} />}
        <Section title={t('column.leaders')}>
          {team.leaders.length ? (
            <Stack gap="xs" align="flex-start">
              {team.leaders.map(({ id, name }) => (
                <Anchor key={id} component={Link} to={`/administration/people/${id}`}>
                  {name}
                </Anchor>
              ))}
            </Stack>
          ) : (
            <Text>{t('team.noLeader')}</Text>
          )}
          {team.people > 0 && (
            <Anchor component={Link} to={`/administration/people?team=${team.id}`}>
              {t('team.seePeople')}
            </Anchor>
          )}
        </Section>
        <Name team={team} />
        <Section title={t('team.closeTitle')}>
          {team.people > 0 ? (
            <Text>{t('team.closeFirst')}</Text>
          ) : (
            <AskedTwice
              action={{ ...closing, mutate: () => closing.mutate() }}
              words={{
                offer: t('team.close'),
                question: t('team.closeQuestion', { team: team.name }),
                yes: t('team.closeYes'),
                no: t('app:cancel'),
              }}
              describedBy={undefined}
            />
          )}
        </Section>
      </Stack>
    </Page>
  );
}

function Name({ team }: { team: Team }) {
  const { t } = useTranslation('directory');
  const [open, setOpen] = useState(false);
  const { fields, change, saving, done, restored } = useChange({
    name: `team:${team.id}`,
    of: team,
    initial: { name: team.name },
    put: (body, header) =>
      answered(
        api.PUT('/api/v1/directory/teams/{teamId}', {
          params: { path: { teamId: team.id }, header },
          body,
        }),
      ),
    onDone: () => setOpen(false),
    onSettled: useDirectoryAnew(),
  });

  function close() {
    saving.reset();
    done();
  }

  return (
    <Section title={t('teams.name')}>
      {!open && !restored ? (
        <Stack gap="sm" align="flex-start">
          <Text>{team.name}</Text>
          <Button size="sm" variant="default" onClick={() => setOpen(true)}>
            {t('team.rename')}
          </Button>
        </Stack>
      ) : (
        <SentForm
          label={t('team.rename')}
          submit={t('team.renameYes')}
          sending={saving}
          onSubmit={() => fields.name.trim() && saving.mutate()}
          onCancel={close}
        >
          {(faults, tried) => (
            <TeamName
              value={fields.name}
              onChange={(name) => change({ name })}
              faults={faults}
              tried={tried}
            />
          )}
        </SentForm>
      )}
    </Section>
  );
}
