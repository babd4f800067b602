import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { ClientFields } from './ClientFields';
import { clientOf, NOTHING } from './form';
import { useClientsAnew } from './useClients';

/** Lets a system in. It can do nothing until it is given a secret, which is made where it is shown. */
export function NewClient() {
  const { t } = useTranslation(['integration', 'app']);
  const anew = useClientsAnew();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [letIn, setLetIn] = useState('');
  const form = useKept('new-api-client', NOTHING);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const making = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/api-clients', {
          params: { header: { 'Idempotency-Key': key } },
          body: clientOf(form.value),
        }),
      ),
    onSuccess: ({ name }) => {
      setLetIn(name);
      close();
    },
    onSettled: anew,
  });
  const faults = faultsIn(making.error);

  function close() {
    form.forget();
    setKey(crypto.randomUUID());
    setOpen(false);
    setTried(false);
    making.reset();
  }

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (form.value.name.trim() && form.value.scopes.length) making.mutate();
  }

  if (!open && !form.restored) {
    return (
      <Stack gap="sm" align="flex-start">
        <Told>{letIn && <Text>{t('clients.letIn', { name: letIn })}</Text>}</Told>
        <Button onClick={() => setOpen(true)}>{t('clients.new')}</Button>
      </Stack>
    );
  }
  return (
    <Section title={t('clients.new')} tone="mine">
      <form onSubmit={send} noValidate aria-label={t('clients.new')}>
        <ClientFields value={form.value} change={form.change} faults={faults} tried={tried} />
        {making.error && !faults && <ProblemNotice error={making.error} />}
        <Group mt="lg">
          <Button type="submit" loading={making.isPending}>
            {t('clients.create')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
