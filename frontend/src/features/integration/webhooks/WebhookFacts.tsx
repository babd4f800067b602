import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/text/useFormat';
import { textOf, type Webhook } from './form';

/** Where a webhook goes, and what it tells of. */
export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const format = useFormat();
  return (
    <>
      <Text style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Text>
      <Text>
        {t('webhooks.tellsOf', {
          events: format.list(webhook.events.map((type) => t(`webhooks.short.${textOf(type)}`))),
        })}
      </Text>
    </>
  );
}
