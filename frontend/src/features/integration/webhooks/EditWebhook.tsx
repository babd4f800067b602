import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { isComplete, type Webhook, type WebhookForm } from './form';
import { useWebhooksAnew } from './useWebhooks';
import { WebhookFields } from './WebhookFields';

/** Changes what a webhook is called, where it goes and what it tells of. */
export function EditWebhook({ webhook, onDone }: { webhook: Webhook; onDone: () => void }) {
  const { t } = useTranslation(['integration', 'app']);
  const anew = useWebhooksAnew();
  const [initial] = useState<WebhookForm>(() => ({
    name: webhook.name,
    url: webhook.url,
    events: webhook.events,
  }));
  const form = useKept(`webhook:${webhook.id}`, initial);
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/webhooks/{webhookId}', {
          params: { path: { webhookId: webhook.id }, header: ifMatch(webhook.version) },
          body: form.value,
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
    if (isComplete(form.value)) saving.mutate();
  }

  return (
    <form onSubmit={send} noValidate aria-label={t('changeNamed', { name: webhook.name })}>
      <WebhookFields value={form.value} change={form.change} faults={faults} tried={tried} />
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
