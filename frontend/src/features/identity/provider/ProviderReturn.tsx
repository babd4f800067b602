import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemError } from '@/api/problems';
import { session } from '@/api/session';
import { ProblemNotice } from '@/components/ProblemNotice';
import { comeBack } from './trip';

/** Somebody has come back from their organisation's sign-in. The code leaves the address before anything else. */
export function ProviderReturn({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['provider', 'identity']);
  const navigate = useNavigate();
  const begun = useRef(false);
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const back = comeBack(location.hash);
    void navigate(back?.to ?? '/', { replace: true });
    if (back) session.signInThroughProvider(back.code).catch(setError);
    else setError(notOurs());
  }, [navigate]);

  return (
    <Stack gap="md">
      {error === undefined ? (
        <Text role="status">{t('returning')}</Text>
      ) : (
        <>
          <ProblemNotice error={error} />
          <Button onClick={onBack} size="md">
            {t('identity:signIn')}
          </Button>
        </>
      )}
    </Stack>
  );
}

/** Refused at the provider, or not an answer to what was asked here: the service has not been bothered with it. */
function notOurs(): ProblemError {
  const type = 'urn:dialogspejl:problem:provider-refused';
  return new ProblemError({ type, title: '', status: 401, detail: '' });
}
