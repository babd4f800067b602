import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { Section } from '@/components/Section';
import { useFormat } from '@/lib/text/useFormat';
import { Secrets } from '../secrets/Secrets';
import { ClientFacts } from './ClientFacts';
import { EditClient } from './EditClient';
import type { Client } from './form';
import { useClientsAnew } from './useClients';

/** A system that may call: what it may, its secrets, and the end of it. */
export function ApiClient({ client }: { client: Client }) {
  const { t } = useTranslation('integration');
  const format = useFormat();
  const over = client.revokedAt !== undefined;
  const ended = client.expiresAt !== undefined && Date.parse(client.expiresAt) <= Date.now();
  return (
    <Section
      title={client.name}
      aside={
        (over || ended) && (
          <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none" size="lg">
            {t(over ? 'clients.revoked' : 'clients.ended')}
          </Badge>
        )
      }
    >
      {over ? (
        <Text>{t('clients.revokedOn', { day: format.day(client.revokedAt ?? '') })}</Text>
      ) : (
        <Live client={client} />
      )}
    </Section>
  );
}

function Live({ client }: { client: Client }) {
  const { t } = useTranslation(['integration', 'app']);
  const anew = useClientsAnew();
  const [editing, setEditing] = useState(false);
  const at = (version: number) => ({
    path: { clientId: client.id },
    header: ifMatch(version),
  });
  const revoking = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/api-clients/{clientId}/revoke', { params: at(client.version) }),
    onSettled: anew,
  });
  return (
    <Stack gap="lg">
      {editing ? (
        <EditClient client={client} onDone={() => setEditing(false)} />
      ) : (
        <>
          <ClientFacts client={client} />
          <div>
            <Button size="sm" variant="default" onClick={() => setEditing(true)}>
              {t('change')}
            </Button>
          </div>
        </>
      )}
      <Stack gap="sm">
        <Title order={3}>{t('secrets.title')}</Title>
        <Secrets
          secrets={client.secrets}
          none={t('clients.noSecret')}
          make={() =>
            answered(
              api.POST('/api/v1/api-clients/{clientId}/secrets', { params: at(client.version) }),
            ).finally(anew)
          }
          remove={(secretId) =>
            api
              .DELETE('/api/v1/api-clients/{clientId}/secrets/{secretId}', {
                params: {
                  path: { clientId: client.id, secretId },
                  header: ifMatch(client.version),
                },
              })
              .finally(anew)
          }
        />
      </Stack>
      <AskedTwice
        quiet
        action={{
          error: revoking.error,
          isPending: revoking.isPending,
          mutate: () => revoking.mutate(),
        }}
        words={{
          offer: t('clients.revoke'),
          question: t('clients.revokeQuestion', { name: client.name }),
          yes: t('clients.revokeYes'),
          no: t('app:cancel'),
        }}
        describedBy={undefined}
      />
    </Stack>
  );
}
