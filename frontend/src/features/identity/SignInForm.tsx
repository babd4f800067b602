import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { ProblemNotice } from '@/components/ProblemNotice';

/** E-mail and password. Says what is missing before it asks the service. */
export function SignInForm() {
  const { t } = useTranslation('identity');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const emailMissing = !/^\S+@\S+$/.test(email.trim());

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (emailMissing || !password) return;
    setBusy(true);
    try {
      await session.signIn(email.trim(), password);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {error !== undefined && <ProblemNotice error={error} />}
        <TextInput
          type="email"
          name="email"
          label={t('email')}
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && emailMissing ? t('emailMissing') : undefined}
          data-autofocus
        />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && !password ? t('passwordMissing') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
        />
        <Button type="submit" loading={busy} size="md">
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
