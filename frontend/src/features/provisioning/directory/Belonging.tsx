import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { faultAt, faultsIn } from '@/lib/faults';
import { useChange } from '@/lib/keeping/useChange';
import { useFormat } from '@/lib/text/useFormat';
import { Foreseen } from './Foreseen';
import { Leads } from './Leads';
import { type Person, ROLES, type Team, useDirectoryAnew } from './useDirectory';

type Change = Schemas['ChangePerson'];

const PATH = '/api/v1/directory/people/{personId}';

interface Props {
  person: Person;
  teams: Team[];
}

/** Somebody's team, roles and what they lead: changed after it is shown what follows. */
export function Belonging({ person, teams }: Props) {
  const { t } = useTranslation('directory');
  const [begun, setBegun] = useState({ times: 0, saved: false });
  return (
    <Section title={t('belonging.title')}>
      {/* Begun anew from what has been stored. */}
      <BelongingForm
        key={`${begun.times}:${person.state}`}
        person={person}
        teams={teams}
        saved={begun.saved}
        onDone={(saved) => setBegun(({ times }) => ({ times: times + 1, saved }))}
      />
    </Section>
  );
}

/** No team is an empty one: what is left out would not be kept on the device. */
const formOf = ({ team, roles, leads }: Person): Change => ({
  teamId: team?.id ?? '',
  grantedRoles: roles.filter((role) => role !== 'EMPLOYEE'),
  leads: leads.map(({ id }) => id),
});

const sent = ({ teamId, ...rest }: Change): Change => ({ ...rest, ...(teamId && { teamId }) });

function BelongingForm({
  person,
  teams,
  saved: begun,
  onDone,
}: Props & { saved: boolean; onDone: (saved: boolean) => void }) {
  const { t } = useTranslation(['directory', 'app']);
  const [saved, setSaved] = useState(begun);
  const at = { path: { personId: person.id } };
  const queries = useQueryClient();
  const { fields, change, saving, done, stale } = useChange<Change>({
    name: `person:${person.id}`,
    of: person,
    initial: formOf(person),
    put: async (body, header) =>
      queries.setQueryData(
        ['get', PATH, { params: at }],
        await answered(api.PUT(PATH, { params: { ...at, header }, body: sent(body) })),
      ),
    following: formOf,
    onDone,
    onSettled: useDirectoryAnew(),
  });
  const foreseeing = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/directory/people/{personId}/preview', { params: at, body: sent(fields) }),
      ),
  });
  const faults = faultsIn(foreseeing.error);
  const moved = fields.teamId !== formOf(person).teamId;

  function choose(patch: Partial<Change>) {
    foreseeing.reset();
    saving.reset();
    setSaved(false);
    change(patch);
  }

  function send(event: FormEvent) {
    event.preventDefault();
    saving.reset();
    foreseeing.mutate();
  }

  return (
    <form onSubmit={send} noValidate aria-label={t('belonging.title')}>
      <Stack gap="lg">
        <NativeSelect
          label={t('belonging.team')}
          maw="22rem"
          value={fields.teamId}
          error={faultAt(faults, 'teamId')}
          onChange={({ currentTarget: { value } }) => choose({ teamId: value })}
          data={[
            { value: '', label: t('belonging.noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Checkbox.Group
          label={t('belonging.roles')}
          description={t('belonging.rolesExplain')}
          value={fields.grantedRoles}
          onChange={(roles) =>
            choose({
              grantedRoles: roles as Change['grantedRoles'],
              ...(!roles.includes('LEADER') && { leads: [] }),
            })
          }
        >
          <Stack gap="sm" mt="sm">
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={t(`role.${role}`)}
                description={t(`roleMeans.${role}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {fields.grantedRoles.includes('LEADER') && (
          <Leads
            value={fields.leads}
            own={fields.teamId || undefined}
            teams={teams}
            error={faultAt(faults, 'leads')}
            onChange={(leads) => choose({ leads })}
          />
        )}
        {stale && <ProblemNotice error={saving.error} />}
        {stale && <Now person={person} />}
        {foreseeing.error !== null && !faults && <ProblemNotice error={foreseeing.error} />}
        {/* What would follow was told of how it was before somebody else changed it. */}
        {foreseeing.data && !stale ? (
          <Foreseen
            effects={foreseeing.data}
            explain={t(moved ? 'effects.moved' : 'effects.changed')}
            yes={t('belonging.yes')}
            action={{ ...saving, mutate: () => saving.mutate() }}
            onCancel={() => foreseeing.reset()}
          />
        ) : (
          <Group gap="sm">
            <Button type="submit" loading={foreseeing.isPending}>
              {t('belonging.foresee')}
            </Button>
            <Button variant="default" onClick={done}>
              {t('belonging.reset')}
            </Button>
          </Group>
        )}
        <Told>{saved && !foreseeing.data && <Text>{t('belonging.saved')}</Text>}</Told>
      </Stack>
    </form>
  );
}

/** As somebody else has made it meanwhile. */
function Now({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const leads = person.leads.map(({ name }) => name);
  const roles = person.roles.filter((role) => role !== 'EMPLOYEE').map((role) => t(`role.${role}`));
  return (
    <Text>
      {t('belonging.now', {
        team: person.team?.name ?? t('belonging.noTeam'),
        roles: roles.length ? format.list(roles) : t('belonging.noRoles'),
      })}
      {leads.length > 0 && ` ${t('belonging.nowLeads', { teams: format.list(leads) })}`}
    </Text>
  );
}
