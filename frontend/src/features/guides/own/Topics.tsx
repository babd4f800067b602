import { ActionIcon, Anchor, Group, List, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Section } from '@/components/Section';
import { Another } from './Another';
import {
  MOST_TOPICS,
  missingIn,
  newKey,
  questionsField,
  questionsOf,
  TOPICS,
  topicsOf,
} from './content';
import type { OpenGuide } from './document';
import { MoveButtons, useMoving } from './Moving';
import { useRemoved } from './RemovedNotice';
import { useFieldName } from './useFieldName';
import { useLanguages } from './useLanguages';

/** The topics in their order, each with the way to its own page. */
export function Topics({ guideId, of }: { guideId: string; of: OpenGuide }) {
  const { t } = useTranslation('ownGuides');
  const navigate = useNavigate();
  const languages = useLanguages();
  const topics = topicsOf(of.content);
  const { titleOf } = useFieldName(of.content);
  const moving = useMoving(topics, (order) => of.change({ [TOPICS]: order }));

  const removed = useRemoved(of, (key) => moving.place({ key, by: -1 }));

  function remove(topic: string) {
    const fields = Object.keys(of.content).filter((field) => field.startsWith(`${topic}.`));
    removed.remove({ name: titleOf(topic), list: TOPICS, key: topic, fields });
  }

  function add() {
    const key = newKey();
    of.change({ [TOPICS]: [...topics, key], [questionsField(key)]: [] });
    void navigate(`/administration/guides/${guideId}/topics/${key}`);
  }

  return (
    <Section title={t('topics.title')}>
      <Text size="sm" c="dimmed">
        {t('topics.explain')}
      </Text>
      {topics.length > 0 && (
        <List listStyleType="none" spacing="sm" styles={{ itemWrapper: { display: 'block' } }}>
          {topics.map((topic) => {
            const missing = missingIn(of.content, topic, languages);
            return (
              <List.Item key={topic}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <Stack gap={0} miw={0}>
                    <Anchor
                      component={Link}
                      to={`/administration/guides/${guideId}/topics/${topic}`}
                      style={{ overflowWrap: 'anywhere' }}
                    >
                      {titleOf(topic)}
                    </Anchor>
                    <Text size="sm" c={missing ? 'var(--waits)' : 'dimmed'}>
                      {missing
                        ? t('topics.missing', { count: missing })
                        : t('topics.questions', { count: questionsOf(of.content, topic).length })}
                    </Text>
                  </Stack>
                  <Group gap={6} wrap="nowrap">
                    <MoveButtons of={moving} item={topic} name={titleOf(topic)} />
                    <ActionIcon
                      variant="default"
                      size="lg"
                      aria-label={t('topics.remove', { name: titleOf(topic) })}
                      onClick={() => remove(topic)}
                    >
                      <IconTrash size="1.2em" aria-hidden="true" />
                    </ActionIcon>
                  </Group>
                </Group>
              </List.Item>
            );
          })}
        </List>
      )}
      <Another
        moving={moving}
        removed={removed}
        most={MOST_TOPICS}
        words={{ add: t('topics.add'), most: t('topics.most', { count: MOST_TOPICS }) }}
        onAdd={add}
      />
    </Section>
  );
}
