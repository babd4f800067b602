import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';

type Preferences = Schemas['NotificationPreferences'];

const PATH = '/api/v1/me/notification-preferences';
const TOPICS = ['round', 'talk', 'agreement', 'shared', 'summary', 'reminder'] as const;
const PACES = ['SOON', 'DAILY', 'NEVER'] as const;

/** What I get mails about, and how soon. Each choice is stored as it is made. */
export function MailPreferences() {
  const { t } = useTranslation('notifications');
  const preferences = $api.useQuery('get', PATH);
  return (
    <Section title={t('mail.title')}>
      <Loaded of={[preferences]} shape={<SectionShapes count={1} />}>
        {(kept) => (kept.mailIsSent ? <Choices kept={kept} /> : <Text>{t('mail.notSent')}</Text>)}
      </Loaded>
    </Section>
  );
}

function Choices({ kept }: { kept: Preferences }) {
  const { t } = useTranslation(['notifications', 'identity']);
  const queries = useQueryClient();
  const me = $api.useQuery('get', '/api/v1/me');
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>();

  async function choose(choice: Partial<Preferences>) {
    setSaved(false);
    setError(undefined);
    const { version, mailIsSent, ...before } = kept;
    try {
      const now = await answered(
        api.PUT(PATH, {
          params: { header: ifMatch(version) },
          body: { ...before, ...choice },
        }),
      );
      queries.setQueryData(['get', PATH], now);
      setSaved(true);
    } catch (problem) {
      if (isProblem(problem, 'stale')) void queries.invalidateQueries({ queryKey: ['get', PATH] });
      setError(problem);
    }
  }

  return (
    <Stack gap="md" maw="30rem">
      <Text>{t('mail.explain')}</Text>
      {error !== undefined && <ProblemNotice error={error} />}
      {TOPICS.map((topic) => (
        <NativeSelect
          key={topic}
          label={t(`mail.about.${topic}`)}
          value={kept[topic]}
          data={PACES.map((pace) => ({ value: pace, label: t(`mail.pace.${pace}`) }))}
          onChange={({ currentTarget }) =>
            void choose({ [topic]: currentTarget.value as Preferences['round'] })
          }
        />
      ))}
      <NativeSelect
        label={t('mail.language')}
        value={kept.language}
        data={[
          { value: 'da' as const, label: t('identity:me.danish') },
          { value: 'en' as const, label: t('identity:me.english') },
        ].filter(
          ({ value }) =>
            value === kept.language || me.data?.offers.languages.includes(value) !== false,
        )}
        onChange={({ currentTarget }) =>
          void choose({ language: currentTarget.value as Preferences['language'] })
        }
      />
      <div role="status">{saved && <Text size="sm">{t('mail.saved')}</Text>}</div>
    </Stack>
  );
}
