import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import classes from '../summary.module.css';

/** What became of the focus points, to read. */
export function FollowedUp({ points }: { points: Schemas['FollowedUpPoint'][] }) {
  const { t } = useTranslation('summaries');
  return (
    <Stack gap="lg">
      {points.map(({ text, status, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read only, and two points may say the same.
        <Stack key={at} gap={4}>
          <Title order={3}>{text}</Title>
          {status && <Text fw={550}>{t(`status.${status}`)}</Text>}
          {note && <Text className={classes.words ?? ''}>{note}</Text>}
        </Stack>
      ))}
      <Text c="dimmed">{t('followUp.closed')}</Text>
    </Stack>
  );
}
