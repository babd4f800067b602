import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api } from '@/api/client';
import { Section } from '@/components/Section';
import { SentForm } from '@/components/SentForm';
import { useNewForm } from '@/lib/keeping/useNewForm';
import { isComplete, NOTHING, webhookOf } from './form';
import { useWebhooksAnew } from './useWebhooks';
import { WebhookFields } from './WebhookFields';

/** Adds a webhook, and goes to its page, where it is given its secret and tried. */
export function NewWebhook() {
  const { t } = useTranslation('integration');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const form = useNewForm('new-webhook', NOTHING);
  const making = useMutation({
    mutationFn: (key: string) =>
      answered(
        api.POST('/api/v1/webhooks', {
          params: { header: { 'Idempotency-Key': key } },
          body: webhookOf(form.value),
        }),
      ),
    onSuccess: ({ id }) => {
      form.forget();
      void navigate(`/administration/webhooks/${id}`);
    },
    onSettled: useWebhooksAnew(),
  });

  function close() {
    form.forget();
    setOpen(false);
    making.reset();
  }

  if (!open && !form.restored) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('webhooks.new')}</Button>
      </div>
    );
  }
  return (
    <Section title={t('webhooks.new')} tone="mine">
      <SentForm
        label={t('webhooks.new')}
        submit={t('webhooks.create')}
        sending={making}
        onSubmit={() => isComplete(form.value) && making.mutate(form.key())}
        onCancel={close}
      >
        {(faults, tried) => (
          <WebhookFields value={form.value} change={form.change} faults={faults} tried={tried} />
        )}
      </SentForm>
    </Section>
  );
}
