import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Told } from '@/components/Told';
import { closedUp, POINTS, type SummaryContent, TOPICS } from '../document';
import { TextField } from '../together/TextField';
import type { Together } from '../together/useTogether';
import { TopicField } from './TopicField';

const NO_THIRD = { focusPoint3: '', topic3: '' };

/** Two things to work on, and a third if they want one. */
export function FocusPoints({
  of,
  guide,
}: {
  of: Together<SummaryContent, Schemas['SummaryView']>;
  guide: Schemas['GuideRef'];
}) {
  const { t } = useTranslation(['talk', 'app']);
  const heading = useId();
  const [opened, setOpened] = useState(false);
  const [removed, setRemoved] = useState(NO_THIRD);
  const { content } = of;
  const third = opened || content.focusPoint3 !== '' || of.writesIn === 'focusPoint3';
  const shown = third ? POINTS : POINTS.slice(0, 2);
  const closed = closedUp(content);

  function remove() {
    setRemoved({ focusPoint3: content.focusPoint3, topic3: content.topic3 });
    setOpened(false);
    if (content.focusPoint3) of.change(NO_THIRD);
  }

  return (
    <Stack gap="md" role="group" aria-labelledby={heading}>
      <div>
        <Title order={3} id={heading}>
          {t('focusPoints.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('focusPoints.help')} {t('focusPoints.topicsHelp')}
        </Text>
      </div>
      {shown.map((point, at) => (
        <Stack key={point} gap="xs">
          <TextField
            of={of}
            field={point}
            label={t('focusPoints.label', { place: at + 1 })}
            minRows={1}
          />
          <TopicField of={of} field={TOPICS[at] ?? 'topic1'} place={at + 1} guide={guide} />
        </Stack>
      ))}
      {content.furtherPoints.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read only, and two points may say the same.
        <Group key={at} justify="space-between" gap="xs">
          <Text flex="1 1 12rem">{point}</Text>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              of.change({
                furtherPoints: content.furtherPoints.toSpliced(at, 1),
                furtherTopics: content.furtherTopics.toSpliced(at, 1),
              })
            }
          >
            {t('app:remove')}
          </Button>
        </Group>
      ))}
      {closed && (
        <Group gap="xs">
          <Text size="sm">{t('focusPoints.gap')}</Text>
          <Button variant="default" size="xs" onClick={() => of.change(closed)}>
            {t('focusPoints.closeUp')}
          </Button>
        </Group>
      )}
      <Group gap="xs">
        {third ? (
          <Button variant="default" size="xs" onClick={remove}>
            {t('focusPoints.remove')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size="1rem" aria-hidden="true" />}
            onClick={() => {
              setRemoved(NO_THIRD);
              setOpened(true);
            }}
          >
            {t('focusPoints.add')}
          </Button>
        )}
        <Told>
          {removed.focusPoint3 && !third && (
            <Group gap="xs">
              <Text size="sm">{t('focusPoints.removed')}</Text>
              <Button
                variant="default"
                size="xs"
                onClick={() => {
                  of.change(removed);
                  setRemoved(NO_THIRD);
                }}
              >
                {t('app:undo')}
              </Button>
            </Group>
          )}
        </Told>
      </Group>
    </Stack>
  );
}
