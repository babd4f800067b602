import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/text/useFormat';
import { type Client, lastDayOf, SCOPES } from './form';

/** What a system may, from where and how long, and when it last did. */
export function ClientFacts({ client }: { client: Client }) {
  const { t } = useTranslation('integration');
  const format = useFormat();
  const last = client.secrets
    .map((secret) => secret.lastUsedAt ?? '')
    .sort()
    .at(-1);
  return (
    <Stack gap={4}>
      {SCOPES.filter(([scope]) => client.scopes.includes(scope)).map(([scope, text]) => (
        <Text key={scope}>{t(`clients.scope.${text}.title`)}</Text>
      ))}
      {client.teams.length > 0 && <Text>{t('clients.teams', { count: client.teams.length })}</Text>}
      {client.networks.length > 0 && (
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t('clients.from', { networks: format.list(client.networks) })}
        </Text>
      )}
      {client.expiresAt && (
        <Text>{t('clients.until', { day: format.day(lastDayOf(client.expiresAt)) })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {last ? t('clients.lastUsed', { moment: format.moment(last) }) : t('clients.neverUsed')}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('clients.signsInAs', { clientId: client.clientId })}
      </Text>
    </Stack>
  );
}
