import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/api/client';
import { CountField } from '@/components/CountField';
import { Section } from '@/components/Section';
import { faultAt } from '@/lib/faults';
import { useChange } from '@/lib/keeping/useChange';
import { ChoiceForm } from './ChoiceForm';

type View = Schemas['RetentionView'];
type Form = Schemas['ChangeRetention'];

const PATH = '/api/v1/retention';
const A_YEAR = 12;
const TERMS = [
  ['reflectionMonths', 1],
  ['noteMonths', 1],
  ['summaryMonths', 1],
  ['accountMonths', 1],
  ['accessLogMonths', A_YEAR],
  ['auditMonths', A_YEAR],
] as const;

/** How long what is kept. */
export function Retention({ terms }: { terms: View }) {
  const { t } = useTranslation('organisation');
  const [saved, setSaved] = useState(false);
  return (
    <Section title={t('retention.title')}>
      <Text maw="38rem">{t('retention.explain')}</Text>
      <RetentionForm terms={terms} saved={saved} onSaved={setSaved} />
    </Section>
  );
}

interface Props {
  terms: View;
  saved: boolean;
  onSaved: (saved: boolean) => void;
}

function RetentionForm({ terms: { version, ...chosen }, saved, onSaved }: Props) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const { fields, change, saving } = useChange<Partial<Form>>({
    name: 'retention',
    of: { version },
    initial: chosen,
    put: async (form, header) =>
      queries.setQueryData(
        ['get', PATH],
        // What is missing the service says, at its field.
        await answered(api.PUT(PATH, { params: { header }, body: form as Form })),
      ),
    following: ({ version: _, ...current }: View) => current,
    onDone: () => onSaved(true),
    onSettled: () => undefined,
  });
  return (
    <ChoiceForm label={t('retention.title')} saving={saving} saved={saved}>
      {(faults) => (
        <Stack gap="lg">
          {TERMS.map(([term, least]) => (
            <CountField
              key={term}
              label={t(`retention.${term}.label`)}
              description={t(`retention.${term}.means`)}
              min={least}
              max={120}
              maw="30rem"
              value={fields[term]}
              onChange={(months) => {
                onSaved(false);
                change({ [term]: months });
              }}
              error={faultAt(faults, term)}
            />
          ))}
        </Stack>
      )}
    </ChoiceForm>
  );
}
