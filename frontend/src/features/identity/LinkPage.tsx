import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { ask, session } from '@/api/session';
import { LinkButton } from '@/components/LinkButton';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { SectionShapes } from '@/components/Shapes';
import { faultAt, faultsIn } from '@/lib/faults';
import { useMailedSecret } from '@/lib/useMailedSecret';
import { CodeField } from './CodeField';
import { NewPasswordField } from './NewPasswordField';

/** Where a mailed link leads: to an invitation, or to a new password. */
export function LinkPage() {
  const { t } = useTranslation('account');
  const link = useMailedSecret();
  const found = useQuery({
    queryKey: ['link'],
    queryFn: () => ask<Schemas['LinkView']>('/link', { link }),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.error) {
    return (
      <Page title={t('link.title')}>
        <ProblemNotice error={found.error} />
        <div>
          <LinkButton to="/forgotten">{t('link.askForNew')}</LinkButton>
        </div>
      </Page>
    );
  }
  if (!found.data) {
    return (
      <Page title={t('link.title')}>
        <div aria-busy="true">
          <SectionShapes count={1} />
        </div>
      </Page>
    );
  }
  const { kind, name, email } = found.data;
  return (
    <Page
      title={kind === 'INVITATION' ? t('link.invitation', { name }) : t('link.reset')}
      lead={
        kind === 'INVITATION' ? t('link.invitationLead', { email }) : t('link.resetLead', { email })
      }
    >
      <Choose link={link} email={email} />
    </Page>
  );
}

function Choose({ link, email }: { link: string; email: string }) {
  const { t } = useTranslation(['account', 'identity']);
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const codeMissing = code !== undefined && !code.trim();
  const fault = faultAt(faultsIn(error), 'password');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setError(undefined);
    if (!password || codeMissing) return;
    setBusy(true);
    try {
      await session.setPassword(link, password, code?.trim());
      await navigate('/', { replace: true });
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
      <Stack gap="md" maw="26rem">
        {error !== undefined && !fault && <ProblemNotice error={error} />}
        {/* So that what keeps passwords knows whose this one is. */}
        <input name="email" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          error={fault ?? (tried && !password ? t('newPasswordMissing') : undefined)}
        />
        {code !== undefined && (
          <CodeField
            value={code}
            onChange={setCode}
            error={tried && codeMissing ? t('identity:codeMissing') : undefined}
          />
        )}
        <Button type="submit" loading={busy}>
          {t('link.save')}
        </Button>
      </Stack>
    </form>
  );
}
