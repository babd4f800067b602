import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { isComplete, NOTHING } from './form';
import { useWebhooksAnew } from './useWebhooks';
import { WebhookFields } from './WebhookFields';

/** Adds a webhook, and goes to its page, where it is given its secret and tried. */
export function NewWebhook() {
  const { t } = useTranslation(['integration', 'app']);
  const anew = useWebhooksAnew();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const form = useKept('new-webhook', NOTHING);
  const making = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/webhooks', {
          params: { header: { 'Idempotency-Key': key } },
          body: form.value,
        }),
      ),
    onSuccess: ({ id }) => {
      form.forget();
      void anew();
      void navigate(`/administration/webhooks/${id}`);
    },
  });
  const faults = faultsIn(making.error);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isComplete(form.value)) making.mutate();
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
      <form onSubmit={send} noValidate aria-label={t('webhooks.new')}>
        <WebhookFields value={form.value} change={form.change} faults={faults} tried={tried} />
        {making.error && !faults && <ProblemNotice error={making.error} />}
        <Group mt="lg">
          <Button type="submit" loading={making.isPending}>
            {t('webhooks.create')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              form.forget();
              making.reset();
              setOpen(false);
              setTried(false);
            }}
          >
            {t('app:cancel')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
