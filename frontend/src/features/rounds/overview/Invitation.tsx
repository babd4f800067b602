import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { GuidePanel } from '@/features/guides';
import { LeadersWords } from '../LeadersWords';
import { firstName } from '../names';
import { useStep } from '../steps';

/** Somebody asks the reader to be their sparring partner: what it means, and yes or no. */
export function Invitation({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation(['rounds', 'app']);
  const step = useStep(round);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [declining, setDeclining] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (declining) back.current?.focus();
  }, [declining]);
  const name = firstName(round.evaluatee.name);

  function accept() {
    step.mutate(
      { step: 'accept' },
      { onSuccess: () => void navigate(`/rounds/${round.id}/agreement`) },
    );
  }

  function decline() {
    step.mutate(
      { step: 'decline' },
      {
        onSuccess: async () => {
          await navigate('/');
          // Who declined sees the round no longer.
          const path = { params: { path: { roundId: round.id } } };
          queries.removeQueries({
            queryKey: $api.queryOptions('get', '/api/v1/rounds/{roundId}', path).queryKey,
          });
        },
      },
    );
  }

  return (
    <Page title={t('invitation.title', { name })}>
      <Section title={t('invitation.what')} tone="waits">
        <Stack gap="sm" maw="38rem">
          <LeadersWords of={round} />
          <Text>{t(round.startedBy ? 'invitation.suggested' : 'invitation.about', { name })}</Text>
          <Text>{t('invitation.role', { name })}</Text>
          <Text>{t('invitation.time', { name })}</Text>
        </Stack>
        {step.error && <ProblemNotice error={step.error} />}
        {declining ? (
          <Stack gap="sm">
            <Text role="status">{t('invitation.declineExplain', { name })}</Text>
            <Group gap="sm">
              <Button loading={step.isPending} onClick={decline}>
                {t('invitation.declineSure')}
              </Button>
              <Button ref={back} variant="default" onClick={() => setDeclining(false)}>
                {t('app:back')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <Group gap="sm">
            <Button loading={step.isPending} onClick={accept}>
              {t('invitation.accept')}
            </Button>
            <Button variant="default" disabled={step.isPending} onClick={() => setDeclining(true)}>
              {t('invitation.decline')}
            </Button>
          </Group>
        )}
      </Section>
      <Fold summary={t('invitation.guide', { title: round.guide.title })}>
        <GuidePanel guide={round.guide} wording="partner" order={3} />
      </Fold>
    </Page>
  );
}
