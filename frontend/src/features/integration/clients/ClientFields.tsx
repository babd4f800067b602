import { Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problems';
import { DayField } from '@/components/DayField';
import { faultAt } from '@/lib/faults';
import { today } from '@/lib/text/useFormat';
import { type ClientForm, SCOPES } from './form';

interface Props {
  value: ClientForm;
  change: (patch: Partial<ClientForm>) => void;
  /** What the service said of the fields. */
  faults: Problem | undefined;
  /** Whether it was sent: until then nothing is missing. */
  tried: boolean;
}

/** What a system is called, what it may do, and from where and how long. */
export function ClientFields({ value, change, faults, tried }: Props) {
  const { t } = useTranslation('integration');
  return (
    <Stack gap="lg">
      <TextInput
        label={t('clients.name')}
        description={t('clients.nameExplain')}
        maw="26rem"
        value={value.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={
          faultAt(faults, 'name') ?? (tried && !value.name.trim() ? t('clients.nameMissing') : null)
        }
      />
      <Checkbox.Group
        label={t('clients.may')}
        value={value.scopes}
        onChange={(scopes) => change({ scopes })}
        error={
          faultAt(faults, 'scopes') ??
          (tried && value.scopes.length === 0 ? t('clients.scopeMissing') : null)
        }
      >
        <Stack gap="sm" mt="xs">
          {SCOPES.map(([scope, text]) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`clients.scope.${text}.title`)}
              description={t(`clients.scope.${text}.explain`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group align="flex-start" gap="lg">
        <DayField
          label={t('clients.lastDay')}
          description={t('clients.lastDayExplain')}
          min={today()}
          value={value.lastDay}
          onChange={(lastDay) => change({ lastDay })}
          error={faultAt(faults, 'expiresAt')}
        />
      </Group>
      <Textarea
        label={t('clients.networks')}
        description={t('clients.networksExplain')}
        autosize
        minRows={2}
        maw="26rem"
        value={value.networks}
        onChange={({ currentTarget }) => change({ networks: currentTarget.value })}
        error={faults?.violations?.find(({ field }) => field.startsWith('networks'))?.detail}
      />
      {value.teams.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('clients.teams', { count: value.teams.length })}
        </Text>
      )}
    </Stack>
  );
}
