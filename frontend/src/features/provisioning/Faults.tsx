import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Section } from '@/components/Section';

/** Shown at first; nobody mends more at a time. */
const FIRST = 50;

/** What must be put right in the file, in the service's own sentences. */
export function Faults({ faults }: { faults: Schemas['ImportFault'][] }) {
  const { t } = useTranslation('provisioning');
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FIRST);
  return (
    <Section title={t('faults.title', { count: faults.length })} tone="waits">
      <Text>{t('faults.explain')}</Text>
      <List>
        {shown.map((fault) => (
          <List.Item key={`${fault.row} ${fault.field} ${fault.detail}`}>
            <strong>
              {fault.row ? t('line', { row: fault.row }) : t('notInFile')}
              {fault.field && `, ${t(`field.${fault.field as 'name'}`)}`}
            </strong>
            {': '}
            {fault.detail}
          </List.Item>
        ))}
      </List>
      {shown.length < faults.length && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('faults.all', { count: faults.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
