import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultAt, faultsIn } from '@/lib/faults';

interface Props {
  /** What the password is asked for. */
  action: string;
  /** Throws what the service says of it. */
  onProved: (password: string) => Promise<void>;
  onCancel: () => void;
}

/** Asks for the present password before what makes a difference to signing in. */
export function ProofForm({ action, onProved, onCancel }: Props) {
  const { t } = useTranslation(['account', 'identity', 'app']);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const fault = faultAt(faultsIn(error), 'password');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (!password) return;
    setBusy(true);
    try {
      await onProved(password);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="26rem">
        {error !== undefined && !fault && <ProblemNotice error={error} />}
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fault ?? (tried && !password ? t('identity:passwordMissing') : undefined)}
          visibilityToggleButtonProps={{ 'aria-label': t('identity:showPassword'), tabIndex: 0 }}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
