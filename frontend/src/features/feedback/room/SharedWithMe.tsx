import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { Section } from '@/components/Section';
import { possessive } from '@/lib/text/possessive';
import { useFormat } from '@/lib/text/useFormat';
import { Reflection } from '../shared/Reflection';
import type { SharedReflection } from '../shared/shared';

interface Props {
  reflections: SharedReflection[];
  topics: Schemas['GuideTopic'][];
  /** The evaluatee's first name. */
  name: string;
  withVideo: boolean;
}

/** What the evaluatee lets me read, one dialogue at a time: each is a story of its own. */
export function SharedWithMe({ reflections, topics, name, withVideo }: Props) {
  const { t, i18n } = useTranslation('feedback');
  const format = useFormat();
  const dialogues = [
    ...new Map(reflections.map(({ dialogue }) => [dialogue.id, dialogue])).values(),
  ];
  return (
    <Section title={t('with.title', { name })} tone="theirs">
      {dialogues.length === 0 ? (
        <Stack gap={4}>
          <Text>{t('with.nothing', { name })}</Text>
          <Text c="dimmed">{t('with.meanwhile')}</Text>
        </Stack>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t(withVideo ? 'with.onlyTheseVideo' : 'with.onlyThese', {
              whose: possessive(name, i18n.language),
            })}
          </Text>
          <Stack gap="xs">
            {dialogues.map((dialogue) => (
              <Fold
                key={dialogue.id}
                summary={`${dialogue.label} · ${t(`channel.${dialogue.channel}`)}, ${format.moment(dialogue.heldAt)}`}
              >
                <Stack gap="lg" pb="md">
                  {reflections
                    .filter((one) => one.dialogue.id === dialogue.id)
                    .map((reflection) => (
                      <Stack key={reflection.topic} gap={4}>
                        <Title order={3}>
                          {topics.find(({ key }) => key === reflection.topic)?.title ??
                            reflection.topic}
                        </Title>
                        <Reflection of={reflection} />
                      </Stack>
                    ))}
                </Stack>
              </Fold>
            ))}
          </Stack>
        </>
      )}
    </Section>
  );
}
