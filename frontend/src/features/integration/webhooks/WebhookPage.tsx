import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api, ifMatch } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { PageShape } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import { Secrets } from '../secrets/Secrets';
import { Deliveries } from './Deliveries';
import { EditWebhook } from './EditWebhook';
import type { Webhook } from './form';
import { useWebhook, useWebhooksAnew } from './useWebhooks';
import { WebhookFacts } from './WebhookFacts';
import { WebhookState } from './WebhookState';

/** One webhook: whether it works, its secrets, and what it was told. */
export function WebhookPage() {
  const { t } = useTranslation('integration');
  const { webhookId = '' } = useParams();
  const found = useWebhook(webhookId);
  return (
    <Loaded of={[found]} shape={<PageShape />}>
      {(webhook) => (
        <Page
          title={webhook.name}
          lead={
            <Anchor component={Link} to="/administration/webhooks">
              {t('webhooks.all')}
            </Anchor>
          }
          aside={<WebhookState webhook={webhook} />}
        >
          <About webhook={webhook} />
          <Keys webhook={webhook} />
          <Deliveries webhook={webhook} />
          <End webhook={webhook} />
        </Page>
      )}
    </Loaded>
  );
}

const at = ({ id, version }: Webhook) => ({
  path: { webhookId: id },
  header: ifMatch(version),
});

function About({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const format = useFormat();
  const anew = useWebhooksAnew();
  const [editing, setEditing] = useState(false);
  const turning = useMutation({
    mutationFn: () =>
      webhook.disabledAt
        ? api.POST('/api/v1/webhooks/{webhookId}/enable', { params: at(webhook) })
        : api.POST('/api/v1/webhooks/{webhookId}/disable', { params: at(webhook) }),
    onSettled: anew,
  });
  return (
    <Section title={t('webhooks.about')}>
      {editing ? (
        <EditWebhook webhook={webhook} onDone={() => setEditing(false)} />
      ) : (
        <Stack gap="sm">
          <WebhookFacts webhook={webhook} />
          {webhook.disabledAt && (
            <Text>
              {t(`webhooks.because.${webhook.disabledBecause ?? 'ADMINISTRATOR'}`, {
                moment: format.moment(webhook.disabledAt),
              })}
            </Text>
          )}
          {!webhook.disabledAt && webhook.failingSince && (
            <Text>{t('webhooks.failing', { moment: format.moment(webhook.failingSince) })}</Text>
          )}
          {turning.error && <ProblemNotice error={turning.error} />}
          <Group>
            <Button size="sm" variant="default" onClick={() => setEditing(true)}>
              {t('change')}
            </Button>
            <Button
              size="sm"
              variant="default"
              loading={turning.isPending}
              onClick={() => turning.mutate()}
            >
              {t(webhook.disabledAt ? 'webhooks.enable' : 'webhooks.disable')}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  );
}

function Keys({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const anew = useWebhooksAnew();
  return (
    <Section title={t('secrets.title')}>
      <Secrets
        secrets={webhook.secrets}
        none={t('webhooks.noSecret')}
        make={() =>
          answered(
            api.POST('/api/v1/webhooks/{webhookId}/secrets', { params: at(webhook) }),
          ).finally(anew)
        }
        remove={(secretId) =>
          api
            .DELETE('/api/v1/webhooks/{webhookId}/secrets/{secretId}', {
              params: {
                path: { webhookId: webhook.id, secretId },
                header: ifMatch(webhook.version),
              },
            })
            .finally(anew)
        }
      />
    </Section>
  );
}

function End({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(['integration', 'app']);
  const navigate = useNavigate();
  const anew = useWebhooksAnew();
  const deleting = useMutation({
    mutationFn: () => api.DELETE('/api/v1/webhooks/{webhookId}', { params: at(webhook) }),
    onSuccess: () => {
      void navigate('/administration/webhooks');
      void anew();
    },
  });
  return (
    <AskedTwice
      quiet
      action={{
        error: deleting.error,
        isPending: deleting.isPending,
        mutate: () => deleting.mutate(),
      }}
      words={{
        offer: t('webhooks.delete'),
        question: t('webhooks.deleteQuestion'),
        yes: t('webhooks.deleteYes'),
        no: t('app:cancel'),
      }}
      describedBy={undefined}
    />
  );
}
