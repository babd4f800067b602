import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultsIn } from '@/lib/faults';

interface Props {
  label: string;
  /** On the button that sends it. */
  submit: string;
  sending: { error: unknown; isPending: boolean };
  onSubmit: () => void;
  onCancel: () => void;
  /** @param tried whether it was sent: until then nothing is missing */
  children: (faults: Problem | undefined, tried: boolean) => ReactNode;
}

/** A few fields that are sent together: what the service says of a field stands at it, and the rest below. */
export function SentForm({ label, submit, sending, onSubmit, onCancel, children }: Props) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const faults = faultsIn(sending.error);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    onSubmit();
  }

  return (
    <form onSubmit={send} noValidate aria-label={label}>
      <Stack gap="lg">
        {children(faults, tried)}
        {sending.error !== null && !faults && <ProblemNotice error={sending.error} />}
        <Group gap="sm">
          <Button type="submit" loading={sending.isPending}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
