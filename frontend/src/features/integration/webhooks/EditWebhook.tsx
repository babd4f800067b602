import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { SentForm } from '@/components/SentForm';
import { useChange } from '@/lib/keeping/useChange';
import { isComplete, type Webhook, webhookOf } from './form';
import { useWebhooksAnew } from './useWebhooks';
import { WebhookFacts } from './WebhookFacts';
import { WebhookFields } from './WebhookFields';

/** Changes what a webhook is called, where it goes and what it tells of. */
export function EditWebhook({ webhook, onDone }: { webhook: Webhook; onDone: () => void }) {
  const { t } = useTranslation(['integration', 'app']);
  const { fields, change, saving, done, stale } = useChange({
    name: `webhook:${webhook.id}`,
    of: webhook,
    initial: webhookOf(webhook),
    put: (form, header) =>
      api.PUT('/api/v1/webhooks/{webhookId}', {
        params: { path: { webhookId: webhook.id }, header },
        body: form,
      }),
    onDone,
    onSettled: useWebhooksAnew(),
  });
  return (
    <SentForm
      label={t('changeNamed', { name: webhook.name })}
      submit={t('app:save')}
      sending={saving}
      onSubmit={() => isComplete(fields) && saving.mutate()}
      onCancel={done}
    >
      {(faults, tried) => (
        <>
          {stale && <WebhookFacts webhook={webhook} />}
          <WebhookFields value={fields} change={change} faults={faults} tried={tried} />
        </>
      )}
    </SentForm>
  );
}
