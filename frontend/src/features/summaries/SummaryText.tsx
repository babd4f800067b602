import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/lib/text/useFormat';
import classes from './summary.module.css';

type Said = Pick<
  Schemas['SummaryView'],
  'workedWell' | 'focusPoints' | 'learning' | 'followUpHow' | 'followUpOn'
>;

/** The summary to read. */
export function SummaryText({ view, order = 3 }: { view: Said; order?: 3 | 4 }) {
  const { t } = useTranslation('talk');
  const format = useFormat();
  const { workedWell, focusPoints, learning, followUpHow, followUpOn } = view;
  return (
    <Stack gap="lg">
      <Part title={t('fields.workedWell')} order={order}>
        <Text className={classes.words ?? ''}>{workedWell}</Text>
      </Part>
      <Part title={t('focusPoints.title')} order={order}>
        <ol className={classes.points}>
          {focusPoints.map((point, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: read only, and two points may say the same.
            <li key={at} className={classes.words}>
              {point}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('fields.learning')} order={order}>
        <Text className={classes.words ?? ''}>{learning}</Text>
      </Part>
      <Part title={t('followUp.agreed')} order={order}>
        <Text className={classes.words ?? ''}>{followUpHow}</Text>
        {followUpOn && <Text>{format.day(followUpOn)}</Text>}
      </Part>
    </Stack>
  );
}

function Part({ title, order, children }: { title: string; order: 3 | 4; children: ReactNode }) {
  return (
    <Stack gap={4} className={classes.part ?? ''}>
      <Title order={order} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
