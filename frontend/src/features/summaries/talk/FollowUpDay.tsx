import { Group, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ConflictPanel } from '@/components/ConflictPanel';
import { DayField } from '@/components/DayField';
import { today, useFormat } from '@/lib/text/useFormat';
import type { SummaryContent } from '../document';
import { FieldSign } from '../together/FieldSign';
import type { Together } from '../together/useTogether';

/**
 * When the two follow up. A past day is shown but not written: the service would refuse it, and what else is
 * written with it.
 */
export function FollowUpDay({ of }: { of: Together<SummaryContent, Schemas['SummaryView']> }) {
  const { t } = useTranslation('talk');
  const format = useFormat();
  const id = useId();
  const [past, setPast] = useState<string>();
  const { followUpOn } = of.content;
  return (
    <Stack gap={6}>
      <ConflictPanel
        of={of}
        field="followUpOn"
        name={of.name}
        show={(day) => (typeof day === 'string' ? format.day(day) : '')}
      />
      <Group gap="md" align="flex-end">
        <DayField
          id={id}
          label={t('followUp.on')}
          description={t('followUp.onHelp')}
          min={today()}
          value={past ?? (followUpOn || undefined)}
          error={past && t('followUp.past')}
          onChange={(day) => {
            const tooEarly = day !== undefined && day < today();
            setPast(tooEarly ? day : undefined);
            if (!tooEarly) of.change({ followUpOn: day ?? '' });
          }}
          {...of.here('followUpOn')}
        />
        <FieldSign of={of} field="followUpOn" />
      </Group>
    </Stack>
  );
}
