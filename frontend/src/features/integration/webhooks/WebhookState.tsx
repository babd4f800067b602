import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from './form';

/** Whether anything is sent, and whether it arrives. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const state = webhook.disabledAt
    ? 'disabled'
    : webhook.secrets.length === 0
      ? 'unsigned'
      : webhook.failingSince
        ? 'failing'
        : 'works';
  return (
    <Badge
      variant="outline"
      color={state === 'works' ? 'teal' : 'gray'}
      c="var(--mantine-color-text)"
      tt="none"
      size="lg"
    >
      {t(`webhooks.state.${state}`)}
    </Badge>
  );
}
