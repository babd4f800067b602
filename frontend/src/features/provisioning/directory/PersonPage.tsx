import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { PageShape } from '@/components/Shapes';
import { Access } from './Access';
import { Belonging } from './Belonging';
import { type Person, usePerson, useTeams } from './useDirectory';

/** Somebody in the organisation: where they belong, what they may, and whether they can come in. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const person = usePerson(personId);
  const teams = useTeams();
  return (
    <Loaded of={[person, teams]} shape={<PageShape />}>
      {(one, all) => (
        <Page
          key={one.id}
          title={one.name}
          lead={<About person={one} />}
          aside={<State person={one} />}
        >
          <Stack gap="lg">
            {one.provisioned && <Provisioned by={one.provisionedBy} />}
            <Belonging person={one} teams={all} />
            <Access person={one} />
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function About({ person }: { person: Person }) {
  return (
    <>
      {[person.jobTitle, person.email].filter(Boolean).map((line) => (
        <Text key={line} style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </>
  );
}

function State({ person: { state } }: { person: Person }) {
  const { t } = useTranslation('directory');
  return (
    state !== 'ACTIVE' && (
      <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none" size="lg">
        {t(`state.${state}`)}
      </Badge>
    )
  );
}

/** Who governs it. */
export function Provisioned({ by }: { by: string | undefined }) {
  const { t } = useTranslation('directory');
  return (
    <Alert
      variant="outline"
      color="gray"
      bg="var(--surface)"
      title={by ? t('provisioned.by', { system: by }) : t('provisioned.byOne')}
    >
      {t('provisioned.explain')}
    </Alert>
  );
}
