import { Button, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Told } from '@/components/Told';
import { faultsIn } from '@/lib/faults';

interface Props {
  label: string;
  saving: { error: unknown; isPending: boolean; mutate: () => void };
  /** Whether the last thing that happened to it was that it was stored. */
  saved: boolean;
  children: (faults: Problem | undefined) => ReactNode;
}

/** Choices that are stored together: what the service says of a field stands at it, and the rest at the button. */
export function ChoiceForm({ label, saving, saved, children }: Props) {
  const { t } = useTranslation(['organisation', 'app']);
  const faults = faultsIn(saving.error);

  function send(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }

  return (
    <form onSubmit={send} noValidate aria-label={label}>
      <Stack gap="xl">
        {children(faults)}
        <Stack gap="sm" align="flex-start">
          {saving.error !== null && !faults && <ProblemNotice error={saving.error} />}
          <Button type="submit" loading={saving.isPending}>
            {t('app:save')}
          </Button>
          <Told>{saved && <Text>{t('saved')}</Text>}</Told>
        </Stack>
      </Stack>
    </form>
  );
}
