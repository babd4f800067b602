import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { ClientFields } from './ClientFields';
import { type Client, clientOf, formOf } from './form';
import { useClientsAnew } from './useClients';

/** Changes what a system is called and may do. */
export function EditClient({ client, onDone }: { client: Client; onDone: () => void }) {
  const { t } = useTranslation(['integration', 'app']);
  const anew = useClientsAnew();
  const [initial] = useState(() => formOf(client));
  const form = useKept(`api-client:${client.id}`, initial);
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/api-clients/{clientId}', {
          params: { path: { clientId: client.id }, header: ifMatch(client.version) },
          body: clientOf(form.value),
        }),
      ),
    onSuccess: done,
    onSettled: anew,
  });
  const faults = faultsIn(saving.error);

  function done() {
    form.forget();
    onDone();
  }

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (form.value.name.trim() && form.value.scopes.length) saving.mutate();
  }

  return (
    <form onSubmit={send} noValidate aria-label={t('changeNamed', { name: client.name })}>
      <ClientFields value={form.value} change={form.change} faults={faults} tried={tried} />
      {saving.error && !faults && <ProblemNotice error={saving.error} />}
      <Group mt="lg">
        <Button type="submit" loading={saving.isPending}>
          {t('app:save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('app:cancel')}
        </Button>
      </Group>
    </form>
  );
}
