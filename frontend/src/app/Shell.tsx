import {
  ActionIcon,
  Box,
  Button,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api } from '@/api/client';
import { connection } from '@/api/connection';
import { later } from '@/lib/later';
import { changeLanguage } from '@/lib/text/language';
import classes from './Shell.module.css';

/** With it comes what keeps the app on the device: after the page, which should not wait for it. */
const NewVersion = lazy(() =>
  later(2_000)
    .then(() => import('./NewVersion'))
    .then(
      ({ NewVersion }) => ({ default: NewVersion }),
      // Without it nothing is told; the page is worth more.
      () => ({ default: () => null }),
    ),
);

/** After the page: nothing on it waits for what is told beside. */
const Bell = lazy<() => ReactNode>(() =>
  later()
    .then(() => import('@/features/notifications/Bell'))
    .then(
      ({ Bell }) => ({ default: Bell }),
      () => ({ default: () => null }),
    ),
);

/** Only administrators have another area than their own rounds. */
const Areas = lazy<() => ReactNode>(() =>
  later()
    .then(() => import('./Areas'))
    .then(
      ({ Areas }) => ({ default: Areas }),
      () => ({ default: () => null }),
    ),
);

/** The frame around every page: a way home, the language, the colours, oneself. */
export function Shell({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <header className={`${classes.header} no-print`}>
        <Group justify="space-between" wrap="nowrap" className={classes.bar ?? ''}>
          <Link to="/" className={classes.brand ?? ''}>
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <span>{t('name')}</span>
          </Link>
          <Group gap="xs" wrap="nowrap">
            <LanguageButton signedIn={signedIn} />
            <ColoursButton />
            {signedIn && (
              <span className={classes.bell}>
                <Suspense>
                  <Bell />
                </Suspense>
              </span>
            )}
            {signedIn && <Me />}
          </Group>
        </Group>
        {signedIn && (
          <Suspense>
            <Areas />
          </Suspense>
        )}
      </header>
      {signedIn && <Offline />}
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Suspense>
        <NewVersion />
      </Suspense>
    </>
  );
}

function LanguageButton({ signedIn }: { signedIn: boolean }) {
  const { t, i18n } = useTranslation();
  const { data } = $api.useQuery('get', '/api/v1/me', undefined, { enabled: signedIn });
  const other = i18n.language === 'da' ? 'en' : 'da';
  if (signedIn && data && !data.offers.languages.includes(other)) return null;
  return (
    <Button
      variant="subtle"
      size="sm"
      px="xs"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {t('otherLanguage')}
    </Button>
  );
}

function ColoursButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={dark ? t('toLight') : t('toDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size="1.25rem" /> : <IconMoon size="1.25rem" />}
    </ActionIcon>
  );
}

function Me() {
  const { t } = useTranslation();
  const { data } = $api.useQuery('get', '/api/v1/me');
  const name = data?.name ?? '';
  return (
    <Link
      to="/me"
      aria-label={name ? `${t('account')}: ${name}` : t('account')}
      className={classes.me ?? ''}
    >
      <span className={classes.initials} data-initials={initials(name)} aria-hidden="true" />
    </Link>
  );
}

/** Drawn by the style: they stand for the name, which the link is called by. */
function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);
}

function Offline() {
  const { t } = useTranslation();
  const reachable = useSyncExternalStore(connection.subscribe, () => connection.reachable);
  return (
    <Box role="status" className="no-print">
      {!reachable && (
        <Text size="sm" className={classes.offline ?? ''}>
          {t('offline')}
        </Text>
      )}
    </Box>
  );
}
