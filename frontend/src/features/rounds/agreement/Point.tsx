import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/lib/text/useFormat';
import { firstName } from '../names';
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

/** The fields that somebody has written; the rest are answers and ticks, which say themselves whose they are. */
const WRITTEN: Partial<Record<keyof typeof OPEN, Schemas['Field'][]>> = {
  c: ['PERIOD_FROM', 'PERIOD_UNTIL', 'NUMBER_OF_DIALOGUES'],
  d: ['MODE', 'CONSENT_METHOD', 'RECORDING_DELETION_DAYS'],
  e: ['METHOD', 'TIME', 'SETTING'],
  f: ['COOPERATION'],
};

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
        <SettledBy settled={view.settled.filter(({ field }) => WRITTEN[letter]?.includes(field))} />
      </Stack>
    </section>
  );
}

function SettledBy({ settled }: { settled: Schemas['SettledField'][] }) {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const latest = settled
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (!latest) return null;
  const names = [...new Set(settled.map(({ by }) => firstName(by.name)))];
  return (
    <Text size="sm" c="dimmed">
      {t('settledBy', { names: format.list(names), date: format.shortDay(latest) })}
    </Text>
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
