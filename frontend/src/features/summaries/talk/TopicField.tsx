import { Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ConflictPanel } from '@/components/ConflictPanel';
import { useGuide } from '@/features/guides';
import type { SummaryContent, Topic } from '../document';
import { FieldSign } from '../together/FieldSign';
import type { Together } from '../together/useTogether';

interface Props {
  of: Together<SummaryContent, Schemas['SummaryView']>;
  field: Topic;
  /** Which focus point, from 1. */
  place: number;
  guide: Schemas['GuideRef'];
}

/** What of the guide a focus point is about. */
export function TopicField({ of, field, place, guide }: Props) {
  const { t } = useTranslation('talk');
  const topics = useGuide(guide).data?.topics ?? [];
  const chosen = of.content[field] ?? '';
  const title = (key: unknown) => topics.find((topic) => topic.key === key)?.title ?? '';
  return (
    <Stack gap={6}>
      <ConflictPanel of={of} field={field} name={of.name} show={title} />
      <Group gap="md" align="flex-end">
        <NativeSelect
          label={t('focusPoints.topic')}
          aria-label={t('focusPoints.topicOf', { place })}
          size="sm"
          flex="0 1 20rem"
          value={chosen}
          onChange={({ currentTarget }) => of.change({ [field]: currentTarget.value })}
          {...of.here(field)}
        >
          <option value="">{t('focusPoints.noTopic')}</option>
          {topics.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </NativeSelect>
        <FieldSign of={of} field={field} />
      </Group>
    </Stack>
  );
}
