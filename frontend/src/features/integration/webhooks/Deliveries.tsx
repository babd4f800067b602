import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { DayField } from '@/components/DayField';
import { Fold } from '@/components/Fold';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { faultAt, faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { addDays, today, useFormat } from '@/lib/text/useFormat';
import { textOf, type Webhook } from './form';
import { useDeliveries, useWebhooksAnew } from './useWebhooks';
import classes from './webhooks.module.css';

/** What it was told and how that went, and telling it again. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const anew = useWebhooksAnew();
  const deliveries = useDeliveries(webhook.id);
  const rows = deliveries.data?.pages.flatMap((page) => page.rows);
  const trying = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/webhooks/{webhookId}/test', {
        params: { path: { webhookId: webhook.id } },
      }),
    onSettled: anew,
  });
  return (
    <Section title={t('log.title')}>
      <Stack gap="md" align="flex-start">
        <Text>{t('log.explain')}</Text>
        {trying.error && <ProblemNotice error={trying.error} />}
        {!webhook.disabledAt && webhook.secrets.length > 0 && (
          <Button
            size="sm"
            variant="default"
            loading={trying.isPending}
            onClick={() => trying.mutate()}
          >
            {t('log.try')}
          </Button>
        )}
        <Loaded of={[{ ...deliveries, data: rows }]} shape={<SectionShapes count={1} lines={4} />}>
          {(all) =>
            all.length ? (
              <ul className={classes.log}>
                {all.map((delivery) => (
                  <Delivery key={delivery.id} webhook={webhook} delivery={delivery} />
                ))}
              </ul>
            ) : (
              <Text c="dimmed">{t('log.empty')}</Text>
            )
          }
        </Loaded>
        {deliveries.hasNextPage && (
          <Button
            size="sm"
            variant="default"
            loading={deliveries.isFetchingNextPage}
            onClick={() => void deliveries.fetchNextPage()}
          >
            {t('log.more')}
          </Button>
        )}
        <Again webhook={webhook} />
      </Stack>
    </Section>
  );
}

function Delivery({
  webhook,
  delivery,
}: {
  webhook: Webhook;
  delivery: Schemas['WebhookDelivery'];
}) {
  const { t } = useTranslation('integration');
  const format = useFormat();
  const anew = useWebhooksAnew();
  const again = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay', {
        params: { path: { webhookId: webhook.id, deliveryId: delivery.id } },
      }),
    onSettled: anew,
  });
  const what = t(`webhooks.event.${textOf(delivery.type)}`);
  const when = format.moment(delivery.occurredAt);
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Stack gap={2}>
          <Text fw={600}>{what}</Text>
          <Text size="sm">
            {t(delivery.nextAttemptAt ? 'log.waits' : 'log.stands', {
              when,
              status: t(`log.status.${delivery.status}`),
              moment: delivery.nextAttemptAt && format.moment(delivery.nextAttemptAt),
            })}
          </Text>
        </Stack>
        {delivery.status !== 'WAITING' && !webhook.disabledAt && (
          <Button
            size="sm"
            variant="default"
            loading={again.isPending}
            aria-label={t('log.againNamed', { what, when })}
            onClick={() => again.mutate()}
          >
            {t('log.again')}
          </Button>
        )}
      </Group>
      {again.error && <ProblemNotice error={again.error} />}
      {delivery.attempts.length > 0 && (
        <Fold summary={t('log.attempts', { count: delivery.attempts.length })}>
          <ul className={classes.attempts}>
            {delivery.attempts.map((attempt) => (
              <li key={attempt.number}>
                {t('log.attempt', {
                  moment: format.moment(attempt.at),
                  outcome: attempt.outcome
                    ? t(`log.outcome.${attempt.outcome}`)
                    : t('log.underWay'),
                })}
                {attempt.status !== undefined && ` (${attempt.status})`}
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('log.id', { id: delivery.eventId })}
          </Text>
        </Fold>
      )}
    </li>
  );
}

/** As far back as events are kept. */
const DAYS_KEPT = 30;

/** Tells all since a day again, for a system that has lost some. */
function Again({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integration');
  const anew = useWebhooksAnew();
  const form = useKept<{ since?: string | undefined }>(`replay:${webhook.id}`, {});
  const { since } = form.value;
  const telling = useMutation({
    mutationFn: async (day: string) => {
      const { data } = await api.POST('/api/v1/webhooks/{webhookId}/replay', {
        params: { path: { webhookId: webhook.id } },
        body: { since: new Date(`${day}T00:00:00`).toISOString() },
      });
      return data?.events ?? 0;
    },
    onSuccess: form.forget,
    onSettled: anew,
  });
  const faults = faultsIn(telling.error);
  if (webhook.disabledAt) return null;
  return (
    <Fold summary={t('log.all')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" maw="38rem">
          {t('log.allExplain')}
        </Text>
        <DayField
          label={t('log.since')}
          min={addDays(today(), -DAYS_KEPT)}
          max={today()}
          value={since}
          onChange={(day) => form.change({ since: day })}
          error={faultAt(faults, 'since')}
        />
        {telling.error && !faults && <ProblemNotice error={telling.error} />}
        <Button
          size="sm"
          variant="default"
          disabled={!since}
          loading={telling.isPending}
          onClick={() => since && telling.mutate(since)}
        >
          {t('log.tellAll')}
        </Button>
        <Told>{telling.isSuccess && <Text>{t('log.told', { count: telling.data })}</Text>}</Told>
      </Stack>
    </Fold>
  );
}
