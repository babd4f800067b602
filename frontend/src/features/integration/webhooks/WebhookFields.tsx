import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problems';
import { faultAt } from '@/lib/faults';
import { EVENTS, type EventType, type WebhookForm } from './form';

interface Props {
  value: WebhookForm;
  change: (patch: Partial<WebhookForm>) => void;
  /** What the service said of the fields. */
  faults: Problem | undefined;
  /** Whether it was sent: until then nothing is missing. */
  tried: boolean;
}

/** What a webhook is called, where it goes, and what it tells of. */
export function WebhookFields({ value, change, faults, tried }: Props) {
  const { t } = useTranslation('integration');
  return (
    <Stack gap="lg">
      <TextInput
        label={t('webhooks.name')}
        maw="26rem"
        value={value.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={
          faultAt(faults, 'name') ??
          (tried && !value.name.trim() ? t('webhooks.nameMissing') : null)
        }
      />
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlExplain')}
        type="url"
        inputMode="url"
        value={value.url}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
        error={
          faultAt(faults, 'url') ?? (tried && !value.url.trim() ? t('webhooks.urlMissing') : null)
        }
      />
      <Checkbox.Group
        label={t('webhooks.tells')}
        value={value.events}
        onChange={(events) => change({ events: events as EventType[] })}
        error={
          faultAt(faults, 'events') ??
          (tried && value.events.length === 0 ? t('webhooks.eventMissing') : null)
        }
      >
        <Stack gap="sm" mt="xs">
          {EVENTS.map(([event, text]) => (
            <Checkbox key={event} value={event} label={t(`webhooks.event.${text}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
