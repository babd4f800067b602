import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, ifMatch } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Leaving } from './Leaving';
import { type Person, useDirectoryAnew } from './useDirectory';

/** Whether somebody can come in: shut out after it is shown what follows, and let in again. */
export function Access({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  return (
    <Section title={t('access.title')}>
      {person.state === 'DEACTIVATED' ? <Closed person={person} /> : <Open person={person} />}
    </Section>
  );
}

function Open({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const anew = useDirectoryAnew();
  const closing = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/directory/people/{personId}/deactivate', {
          params: { path: { personId: person.id }, header: ifMatch(person.version) },
        }),
      ),
    onSettled: anew,
  });
  return (
    <Stack align="flex-start">
      <Text>{t(person.state === 'INVITED' ? 'access.invited' : 'access.open')}</Text>
      <Leaving
        personId={person.id}
        action={{ ...closing, mutate: () => closing.mutate() }}
        words={{
          offer: t('access.close'),
          explain: t('effects.closed'),
          yes: t('access.closeYes'),
        }}
      />
    </Stack>
  );
}

function Closed({ person }: { person: Person }) {
  const { t } = useTranslation(['directory', 'app']);
  const anew = useDirectoryAnew();
  const navigate = useNavigate();
  const path = { personId: person.id };
  const opening = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/directory/people/{personId}/reactivate', {
          params: { path, header: ifMatch(person.version) },
        }),
      ),
    onSettled: anew,
  });
  const erasing = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/erasure-requests/{personId}/carry-out', { params: { path } }),
    onSuccess: () => {
      void anew();
      void navigate('/administration/people', { replace: true });
    },
  });
  return (
    <Stack align="flex-start">
      <Text>{t('access.closed')}</Text>
      {opening.error !== null && <ProblemNotice error={opening.error} />}
      <Button loading={opening.isPending} onClick={() => opening.mutate()}>
        {t('access.reopen')}
      </Button>
      <AskedTwice
        quiet
        action={{ ...erasing, mutate: () => erasing.mutate() }}
        words={{
          offer: t('erase.offer'),
          question: t('erase.question', { name: person.name }),
          yes: t('erase.yes'),
          no: t('app:cancel'),
        }}
        describedBy={undefined}
      />
    </Stack>
  );
}
