import { Anchor, Stack } from '@mantine/core';
import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { SectionShapes } from '@/components/Shapes';
import { SignInForm } from './SignInForm';

const ProviderForm = lazy(async () => ({
  default: (await import('./provider/ProviderForm')).ProviderForm,
}));
const ProviderReturn = lazy(async () => ({
  default: (await import('./provider/ProviderReturn')).ProviderReturn,
}));

/** With a password or, quietly beside it, through one's organisation. */
export function SignInWays({ mayLeave }: ComponentProps<typeof SignInForm>) {
  const { t } = useTranslation('identity');
  const { pathname } = useLocation();
  const [way, setWay] = useState<'password' | 'provider' | 'return'>(
    pathname === '/signed-in' ? 'return' : 'password',
  );
  if (way === 'password') {
    return (
      <Stack gap="md">
        <SignInForm {...(mayLeave && { mayLeave })} />
        <Anchor component="button" type="button" ta="start" onClick={() => setWay('provider')}>
          {t('throughOrganisation')}
        </Anchor>
      </Stack>
    );
  }
  const back = () => setWay('password');
  return (
    <Suspense fallback={<SectionShapes count={1} />}>
      {way === 'provider' ? <ProviderForm onBack={back} /> : <ProviderReturn onBack={back} />}
    </Suspense>
  );
}
