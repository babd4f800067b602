import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problems';
import { askAt } from '@/api/session';
import { LinkButton } from '@/components/LinkButton';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useMailedSecret } from '@/lib/useMailedSecret';

/**
 * Where the link in a mail leads, signed in or not. Nothing is turned off before somebody says so: programs follow the
 * links that they find in mails.
 */
export function UnsubscribePage() {
  const { t } = useTranslation('unsubscribe');
  const link = useMailedSecret();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>();

  async function stop() {
    setBusy(true);
    setError(undefined);
    try {
      await askAt(`/api/v1/unsubscribe/${encodeURIComponent(link)}`);
      setDone(true);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  const choose = (
    <LinkButton to="/me" variant="default">
      {t('choose')}
    </LinkButton>
  );
  if (done) {
    return (
      <Page title={t('title')}>
        <Text role="status">{t('done')}</Text>
        <div>{choose}</div>
      </Page>
    );
  }
  if (!link || isProblem(error, 'mail-link-not-good')) {
    return (
      <Page title={t('title')}>
        <Text role="alert">{t('notGood')}</Text>
        <div>{choose}</div>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="md" align="flex-start">
        {error !== undefined && <ProblemNotice error={error} />}
        <Button loading={busy} onClick={stop}>
          {t('stop')}
        </Button>
        {choose}
      </Stack>
    </Page>
  );
}
