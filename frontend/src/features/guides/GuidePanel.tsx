import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { Loaded } from '@/components/Loaded';
import { SectionShapes } from '@/components/Shapes';
import { GuidingQuestions } from './GuidingQuestions';
import { useGuide } from './useGuide';
import { WordingChoice } from './WordingChoice';
import type { Wording } from './wording';

interface Props {
  guide: Schemas['GuideRef'];
  /** The wording it opens in; the reader can change it. */
  wording: Wording;
  /** The level of the topics' headings, one below what the panel stands under. */
  order?: 3 | 4;
}

/** A guide to have beside what one writes: its topics, with the guiding questions folded. */
export function GuidePanel({ guide, wording, order = 3 }: Props) {
  const { t } = useTranslation('guides');
  const [chosen, setChosen] = useState(wording);
  const query = useGuide(guide);
  return (
    <Stack gap="lg">
      <WordingChoice value={chosen} onChange={setChosen} />
      <Loaded of={[query]} shape={<SectionShapes count={3} lines={2} />}>
        {({ introduction, topics }) => (
          <>
            <Text size="sm" c="dimmed">
              {introduction}
            </Text>
            {topics.map((topic) => (
              <Stack key={topic.key} gap={4}>
                <Title order={order} size="h3">
                  {topic.title}
                </Title>
                <Text>{topic[chosen]}</Text>
                {topic.questions.length > 0 && (
                  <Fold summary={t('questions', { count: topic.questions.length })} fz="sm">
                    <GuidingQuestions topic={topic} wording={chosen} />
                  </Fold>
                )}
              </Stack>
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}
