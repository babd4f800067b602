import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '@/api/problems';
import { session } from '@/api/session';
import { ProblemNotice } from '@/components/ProblemNotice';
import { CodeField } from './CodeField';

interface Props {
  /** Offers a way for who has forgotten the password; not on top of a page that one would leave with it. */
  mayLeave?: boolean;
}

/** E-mail and password, and the second step where it is asked for. Says what is missing before it asks the service. */
export function SignInForm({ mayLeave }: Props) {
  const { t } = useTranslation('identity');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const emailMissing = !/^\S+@\S+$/.test(email.trim());
  const codeMissing = code !== undefined && !code.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (emailMissing || !password || codeMissing) return;
    setBusy(true);
    try {
      await session.signIn(email.trim(), password, code?.trim());
    } catch (problem) {
      setBusy(false);
      if (isProblem(problem, 'second-factor-needed')) {
        setTried(false);
        setCode('');
      } else {
        setError(problem);
        if (isProblem(problem, 'second-factor-wrong')) setCode('');
      }
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
        {code !== undefined && (
          <CodeField
            value={code}
            onChange={setCode}
            error={tried && codeMissing ? t('codeMissing') : undefined}
          />
        )}
        <Button type="submit" loading={busy} size="md">
          {t('signIn')}
        </Button>
        {mayLeave && (
          <Anchor component={Link} to="/forgotten">
            {t('forgotten')}
          </Anchor>
        )}
      </Stack>
    </form>
  );
}
