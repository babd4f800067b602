import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '@/api/session';
import { LinkButton } from '@/components/LinkButton';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';

/** Asks for a link by mail. Says the same whether or not there is such an account, as the service does. */
export function ForgottenPage() {
  const { t } = useTranslation(['account', 'identity']);
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const missing = !/^\S+@\S+$/.test(email.trim());

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (missing) return;
    setBusy(true);
    try {
      await ask('/forgotten', { email: email.trim() });
      setSentTo(email.trim());
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  const back = (
    <LinkButton to="/" variant="default">
      {t('forgotten.back')}
    </LinkButton>
  );
  if (sentTo) {
    return (
      <Page title={t('forgotten.title')}>
        <Section title={t('forgotten.sent')}>
          <Text role="status">{t('forgotten.sentDetail', { email: sentTo })}</Text>
          <div>{back}</div>
        </Section>
      </Page>
    );
  }
  return (
    <Page title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" align="flex-start">
          {error !== undefined && <ProblemNotice error={error} />}
          <TextInput
            type="email"
            name="email"
            label={t('identity:email')}
            autoComplete="username"
            w="100%"
            maw="26rem"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={tried && missing ? t('identity:emailMissing') : undefined}
          />
          <Button type="submit" loading={busy}>
            {t('forgotten.send')}
          </Button>
          {back}
        </Stack>
      </form>
    </Page>
  );
}
