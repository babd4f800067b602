import { Alert, Button, Group, Radio, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { session } from '@/api/session';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { MailPreferences } from '@/features/notifications';
import { documents } from '@/lib/documents/documents';
import { vault } from '@/lib/keeping/vault';
import { changeLanguage, type Language } from '@/lib/text/language';
import { PasswordSection } from './account/PasswordSection';
import { Sessions } from './account/Sessions';
import { TwoStep } from './account/TwoStep';
import { Erasure } from './Erasure';
import { MyData } from './MyData';

/** Who one is here, how it looks, and the way out. */
export function MePage() {
  const { t, i18n } = useTranslation('identity');
  const me = $api.useQuery('get', '/api/v1/me');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const offered = (language: Language) =>
    i18n.language === language || me.data?.offers.languages.includes(language) !== false;
  return (
    <Page title={t('me.title')}>
      <Loaded of={[me]} shape={<SectionShapes count={1} />}>
        {(person) => (
          <Section title={person.name}>
            <Stack gap={4}>
              {person.jobTitle && <Text>{person.jobTitle}</Text>}
              {person.team && <Text>{person.team}</Text>}
              <Text>{person.organisation}</Text>
            </Stack>
          </Section>
        )}
      </Loaded>
      <PasswordSection />
      <TwoStep />
      <Sessions />
      <Section title={t('me.language')}>
        <Radio.Group
          aria-label={t('me.language')}
          value={i18n.language}
          onChange={(language) => void changeLanguage(language as Language)}
        >
          <Group gap="xl">
            {offered('da') && <Radio value="da" label={t('me.danish')} lang="da" />}
            {offered('en') && <Radio value="en" label={t('me.english')} lang="en" />}
          </Group>
        </Radio.Group>
      </Section>
      <Section title={t('me.colours')}>
        <Radio.Group
          aria-label={t('me.colours')}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as 'light' | 'dark' | 'auto')}
        >
          <Group gap="md">
            <Radio value="auto" label={t('me.auto')} />
            <Radio value="light" label={t('me.light')} />
            <Radio value="dark" label={t('me.dark')} />
          </Group>
        </Radio.Group>
      </Section>
      <MailPreferences />
      <MyData />
      <Erasure />
      <SignOut />
    </Page>
  );
}

function SignOut() {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const [error, setError] = useState<unknown>();

  async function leave(anyway: boolean) {
    setBusy(true);
    setError(undefined);
    try {
      if (!anyway && (!(await documents.saved()) || (await documents.leftOnDevice()))) {
        setUnsaved(true);
        return;
      }
      await session.signOut(async () => {
        await documents.closeAll();
        queries.clear();
        await vault.clear();
      });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title={t('me.signOut')}>
      <Stack align="flex-start">
        <Text>{t('me.signOutExplain')}</Text>
        {error !== undefined && <ProblemNotice error={error} />}
        {unsaved ? (
          <Alert role="alert" variant="outline" color="red" bg="var(--surface)">
            <Stack align="flex-start">
              <Text>{t('me.unsaved')}</Text>
              <Group>
                <Button onClick={() => setUnsaved(false)}>{t('me.stay')}</Button>
                <Button variant="default" loading={busy} onClick={() => leave(true)}>
                  {t('me.signOutAnyway')}
                </Button>
              </Group>
            </Stack>
          </Alert>
        ) : (
          <Button variant="default" loading={busy} onClick={() => leave(false)}>
            {t('me.signOut')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
