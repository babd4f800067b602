import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { SectionShapes } from '@/components/Shapes';
import {
  sharedFeedback,
  TopicFeedback,
  TopicReflections,
  usePartnerFeedback,
  useSharedReflections,
} from '@/features/feedback';
import { useGuide, wordingOf } from '@/features/guides';
import { otherName } from '@/features/rounds';
import classes from '../summary.module.css';

/** What both may read, topic by topic: reflections, questions and feedback. */
export function SharedThings({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation('talk');
  const guide = useGuide(round.guide);
  const reflections = useSharedReflections(round.id);
  const sheet = usePartnerFeedback(round.id);
  const evaluatee = round.iAm === 'EVALUATEE';
  const partner = otherName(round);
  return (
    <Loaded of={[guide, reflections, sheet]} shape={<SectionShapes count={1} lines={4} />}>
      {({ topics }, written, found) => {
        const feedback = sharedFeedback(found);
        const shared = topics
          .map((topic) => ({
            topic,
            reflections: written.filter((one) => one.topic === topic.key),
            feedback: feedback.find((one) => one.topic === topic.key),
          }))
          .filter((one) => one.reflections.length > 0 || one.feedback);
        return (
          <Stack gap="md">
            {round.carriedFocusPoints.length > 0 && (
              <Stack gap={4}>
                <Title order={3}>{t('shared.carried')}</Title>
                <ul className={classes.points}>
                  {round.carriedFocusPoints.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              </Stack>
            )}
            {shared.length === 0 && <Text c="dimmed">{t('shared.nothing')}</Text>}
            <div>
              {shared.map((one, at) => (
                <Fold
                  key={one.topic.key}
                  open={at === 0}
                  summary={
                    <Text component="span" fw={550}>
                      {one.topic.title}
                    </Text>
                  }
                >
                  <Stack gap="md" pb="lg">
                    <Text size="sm" c="dimmed">
                      {one.topic[wordingOf(round.iAm)]}
                    </Text>
                    {one.reflections.length > 0 && (
                      <TopicReflections of={one.reflections} mine={evaluatee} />
                    )}
                    {one.feedback && (
                      <TopicFeedback of={one.feedback} name={evaluatee ? partner : undefined} />
                    )}
                  </Stack>
                </Fold>
              ))}
            </div>
            <Group>
              <LinkButton
                variant="default"
                size="sm"
                to={`/rounds/${round.id}/${evaluatee ? 'dialogues' : 'preparation'}`}
              >
                {t(evaluatee ? 'shared.shareReflections' : 'shared.writeFeedback')}
              </LinkButton>
            </Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}
