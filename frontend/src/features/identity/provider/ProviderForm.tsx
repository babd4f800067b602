import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '@/api/session';
import { ProblemNotice } from '@/components/ProblemNotice';
import { setOut } from './trip';

/** By the address at work the organisation's own sign-in is found, and one goes there. */
export function ProviderForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['provider', 'identity']);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const missing = !/^\S+@\S+$/.test(email.trim());

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (missing) return;
    setBusy(true);
    try {
      const provider = await session.findProvider(email.trim());
      const address = await setOut(provider, location.pathname + location.search);
      location.assign(address);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t('explain')}</Text>
        {error !== undefined && <ProblemNotice error={error} />}
        <TextInput
          type="email"
          name="email"
          label={t('identity:email')}
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && missing ? t('identity:emailMissing') : undefined}
          ref={field}
        />
        <Button type="submit" loading={busy} size="md">
          {t('goOn')}
        </Button>
        <Anchor component="button" type="button" ta="start" onClick={onBack}>
          {t('back')}
        </Anchor>
      </Stack>
    </form>
  );
}
