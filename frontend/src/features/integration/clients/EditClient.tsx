import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { SentForm } from '@/components/SentForm';
import { useChange } from '@/lib/keeping/useChange';
import { ClientFacts } from './ClientFacts';
import { ClientFields } from './ClientFields';
import { type Client, clientOf, formOf, isComplete } from './form';
import { useClientsAnew } from './useClients';

/** Changes what a system is called and may do. */
export function EditClient({ client, onDone }: { client: Client; onDone: () => void }) {
  const { t } = useTranslation(['integration', 'app']);
  const { fields, change, saving, done, stale } = useChange({
    name: `api-client:${client.id}`,
    of: client,
    initial: formOf(client),
    put: (form, header) =>
      api.PUT('/api/v1/api-clients/{clientId}', {
        params: { path: { clientId: client.id }, header },
        body: clientOf(form),
      }),
    onDone,
    onSettled: useClientsAnew(),
  });
  return (
    <SentForm
      label={t('changeNamed', { name: client.name })}
      submit={t('app:save')}
      sending={saving}
      onSubmit={() => isComplete(fields) && saving.mutate()}
      onCancel={done}
    >
      {(faults, tried) => (
        <>
          {stale && <ClientFacts client={client} />}
          <ClientFields value={fields} change={change} faults={faults} tried={tried} />
        </>
      )}
    </SentForm>
  );
}
