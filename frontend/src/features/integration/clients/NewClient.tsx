import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/api/client';
import { Section } from '@/components/Section';
import { SentForm } from '@/components/SentForm';
import { Told } from '@/components/Told';
import { useNewForm } from '@/lib/keeping/useNewForm';
import { ClientFields } from './ClientFields';
import { clientOf, isComplete, NOTHING } from './form';
import { useClientsAnew } from './useClients';

/** Lets a system in. It can do nothing until it is given a secret, which is made where it is shown. */
export function NewClient() {
  const { t } = useTranslation('integration');
  const [open, setOpen] = useState(false);
  const [letIn, setLetIn] = useState('');
  const form = useNewForm('new-api-client', NOTHING);
  const making = useMutation({
    mutationFn: (key: string) =>
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
    onSettled: useClientsAnew(),
  });

  function close() {
    form.forget();
    setOpen(false);
    making.reset();
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
      <SentForm
        label={t('clients.new')}
        submit={t('clients.create')}
        sending={making}
        onSubmit={() => isComplete(form.value) && making.mutate(form.key())}
        onCancel={close}
      >
        {(faults, tried) => (
          <ClientFields value={form.value} change={form.change} faults={faults} tried={tried} />
        )}
      </SentForm>
    </Section>
  );
}
