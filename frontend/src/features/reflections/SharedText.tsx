import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { MomentLines } from './MomentLines';
import classes from './reflection.module.css';

interface Props {
  topic: Schemas['GuideTopic'];
  language: string;
  text: string;
  moments: Schemas['Moment'][];
  order: 2 | 3 | 4;
}

/** One topic of a reflection as the partner reads it. */
export function SharedText({ topic, language, text, moments, order }: Props) {
  const { t } = useTranslation('reflections');
  return (
    <Stack gap="xs">
      <div lang={language}>
        <Title order={order} size="h3">
          {topic.title}
        </Title>
        <Text size="sm" c="dimmed">
          {topic.partner}
        </Text>
      </div>
      {text.trim() ? (
        <Text className={classes.text ?? ''}>{text}</Text>
      ) : (
        moments.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('emptyShared')}
          </Text>
        )
      )}
      <MomentLines moments={moments} />
    </Stack>
  );
}
