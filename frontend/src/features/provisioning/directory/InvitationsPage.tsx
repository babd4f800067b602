import { Anchor, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { useFormat } from '@/lib/text/useFormat';
import classes from './directory.module.css';
import { Leaving } from './Leaving';
import { NewInvitation } from './NewInvitation';
import { Resend } from './Resend';
import { useDirectoryAnew, useInvitations } from './useDirectory';

type Invitation = Schemas['Invitation'];

/** Who has been invited and has not come in yet. */
export function InvitationsPage() {
  const { t } = useTranslation('directory');
  const invitations = useInvitations();
  const [takenBack, setTakenBack] = useState<Invitation['person']>();
  return (
    <Page
      title={t('invitations.title')}
      lead={
        <Anchor component={Link} to="/administration/people">
          {t('people.title')}
        </Anchor>
      }
    >
      <NewInvitation />
      <Told>
        {takenBack && (
          <>
            <Text>{t('invitations.takenBack', { name: takenBack.name })}</Text>
            <Anchor component={Link} to={`/administration/people/${takenBack.id}`}>
              {t('invitations.toErase')}
            </Anchor>
          </>
        )}
      </Told>
      <Loaded of={[invitations]} shape={<SectionShapes count={1} lines={4} />}>
        {(waiting) =>
          waiting.length ? (
            <Section title={t('invitations.waiting')}>
              <ul className={classes.list}>
                {waiting.map((invitation) => (
                  <Waiting
                    key={invitation.person.id}
                    invitation={invitation}
                    onTakenBack={setTakenBack}
                  />
                ))}
              </ul>
            </Section>
          ) : (
            <EmptyState order={2} title={t('invitations.noneTitle')}>
              {t('invitations.noneExplain')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  invitation: Invitation;
  onTakenBack: (person: Invitation['person']) => void;
}

function Waiting({ invitation, onTakenBack }: Props) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const id = useId();
  const { person, email, invitedAt, expired } = invitation;
  const anew = useDirectoryAnew();
  const revoking = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/invitations/{personId}', { params: { path: { personId: person.id } } }),
    onSuccess: () => onTakenBack(person),
    onSettled: anew,
  });
  return (
    <li>
      <Stack gap="xs">
        <div>
          <Text fw={600} id={id}>
            {person.name}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
          <Text size="sm" c="dimmed">
            {t(expired ? 'invitations.expired' : 'invitations.sent', {
              day: format.day(invitedAt),
            })}
          </Text>
        </div>
        <Leaving
          personId={person.id}
          action={{ ...revoking, mutate: () => revoking.mutate() }}
          words={{
            offer: t('invitations.takeBack'),
            explain: t('invitations.takeBackExplain'),
            yes: t('invitations.takeBackYes'),
          }}
          describedBy={id}
          size="sm"
        >
          <Resend personId={person.id} describedBy={id} />
        </Leaving>
      </Stack>
    </li>
  );
}
