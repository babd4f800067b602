import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { otherName } from '@/features/rounds';
import { SharedText } from './SharedText';

interface Props {
  round: Schemas['RoundView'];
  guide: Schemas['GuideView'];
  reflections: Schemas['SharedReflection'][];
}

/** What the other shares of a dialogue. The rest is not spoken of. */
export function SharedReflections({ round, guide, reflections }: Props) {
  const { t } = useTranslation('reflections');
  const name = otherName(round);
  const shared = guide.topics.flatMap((topic) => {
    const reflection = reflections.find((found) => found.topic === topic.key);
    return reflection ? [{ topic, reflection }] : [];
  });
  return (
    <Section title={t('theirs.title', { name })} tone="theirs">
      {shared.length === 0 && (
        <EmptyState title={t('theirs.noneTitle')}>{t('theirs.none', { name })}</EmptyState>
      )}
      <Stack gap="xl">
        {shared.map(({ topic, reflection }) => (
          <SharedText
            key={topic.key}
            topic={topic}
            language={guide.language}
            text={reflection.text}
            moments={reflection.moments}
            order={3}
          />
        ))}
      </Stack>
    </Section>
  );
}
