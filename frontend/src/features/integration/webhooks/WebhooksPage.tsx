import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import type { Webhook } from './form';
import { NewWebhook } from './NewWebhook';
import { useWebhooks } from './useWebhooks';
import { WebhookState } from './WebhookState';

/** The systems that are told when something has happened. */
export function WebhooksPage() {
  const { t } = useTranslation('integration');
  const webhooks = useWebhooks();
  return (
    <Page title={t('webhooks.title')} lead={t('webhooks.lead')}>
      <Loaded of={[webhooks]} shape={<SectionShapes count={2} />}>
        {(all) => (
          <>
            {all.length === 0 && (
              <EmptyState
                order={2}
                title={t('webhooks.emptyTitle')}
                action={<Anchor href="/api/docs">{t('docs')}</Anchor>}
              >
                {t('webhooks.emptyExplain')}
              </EmptyState>
            )}
            <NewWebhook />
            {all.map((webhook) => (
              <Row key={webhook.id} webhook={webhook} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Row({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  return (
    <Section title={webhook.name} aside={<WebhookState webhook={webhook} />}>
      <Stack gap="xs">
        <Text style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Text>
        <div>
          <Anchor component={Link} to={`/administration/webhooks/${webhook.id}`}>
            {t('webhooks.open', { name: webhook.name })}
          </Anchor>
        </div>
      </Stack>
    </Section>
  );
}
