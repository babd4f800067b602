import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import classes from './agreement.module.css';
import type { AgreementDocument } from './document';

/** What every point of the agreement is shown from. */
export interface PointProps {
  round: Schemas['RoundView'];
  view: Schemas['AgreementView'];
  of: AgreementDocument;
  /** Whether there are fields to write in, rather than text to read. */
  writing: boolean;
}

const OPEN = {
  a: 'PARTNER_NOT_ACCEPTED',
  b: 'GUIDE_NOT_GONE_THROUGH',
  c: 'EXTENT_NOT_SETTLED',
  d: 'VIDEO_NOT_SETTLED',
  e: 'METHOD_NOT_SETTLED',
  f: 'COOPERATION_NOT_SETTLED',
} as const;

/** One of the six points, and whether it is settled as the service sees it. */
export function Point({
  letter,
  view,
  round,
  children,
}: Pick<PointProps, 'view' | 'round'> & { letter: keyof typeof OPEN; children: ReactNode }) {
  const { t } = useTranslation('agreement');
  const id = useId();
  const open = view.openPoints.some(({ code }) => code === OPEN[letter]);
  return (
    <section aria-labelledby={id} className={classes.point}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3" id={id}>
            {t(`point.${letter}`)}
          </Title>
          {round.status === 'PREPARING' && <Settled settled={!open} />}
        </Group>
        {children}
      </Stack>
    </section>
  );
}

/** Whether something is in place, by a sign, a colour and a word. */
export function Settled({ settled, words }: { settled: boolean; words?: string }) {
  const { t } = useTranslation('agreement');
  const Sign = settled ? IconCircleCheck : IconCircleDashed;
  return (
    <Group gap={6} wrap="nowrap" c={settled ? 'var(--mine)' : 'dimmed'}>
      <Sign size="1.2em" aria-hidden="true" className={classes.sign ?? ''} />
      <Text component="span" size="sm" fw={550}>
        {words ?? t(settled ? 'settled' : 'open')}
      </Text>
    </Group>
  );
}

/** What was agreed, to read. */
export function Told({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('agreement');
  const nothing = children === undefined || children === '';
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.told ?? ''} c={nothing ? 'dimmed' : ''}>
        {nothing ? t('notYet') : children}
      </Text>
    </div>
  );
}
