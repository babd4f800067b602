import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictPanel } from '@/components/ConflictPanel';
import { CountField } from '@/components/CountField';
import { DayField } from '@/components/DayField';
import { faultAt } from '@/lib/faults';
import { addDays, dayBefore, today, useFormat } from '@/lib/text/useFormat';
import { otherName } from '../names';
import { Point, type PointProps, Told } from './Point';
import { useWords } from './useWords';

/** c. When the self-evaluation takes place and how many dialogues it covers. Days are told as first and last. */
export function ExtentPoint({ round, view, of, writing }: PointProps) {
  const { t } = useTranslation('agreement');
  const say = useWords();
  const format = useFormat();
  const { periodFrom, periodUntil, numberOfDialogues } = of.content;
  const name = otherName(round);
  if (!writing) {
    return (
      <Point letter="c" view={view} round={round}>
        <Told label={t('period')}>
          {periodFrom && periodUntil && format.period(periodFrom, periodUntil)}
        </Told>
        <Told label={t('number')}>{numberOfDialogues?.toString()}</Told>
      </Point>
    );
  }
  const conflict = (
    field: 'periodFrom' | 'periodUntil' | 'numberOfDialogues',
    kind: 'PERIOD_FROM' | 'PERIOD_UNTIL' | 'NUMBER_OF_DIALOGUES',
  ) => <ConflictPanel of={of} field={field} name={name} show={(held) => say(kind, held)} />;
  return (
    <Point letter="c" view={view} round={round}>
      <Text>{t('extentExplain')}</Text>
      <Group align="flex-start" gap="md">
        <DayField
          label={t('first')}
          value={periodFrom}
          onChange={(day) => of.change({ periodFrom: day })}
          error={faultAt(of.problem, 'periodFrom')}
        />
        <DayField
          label={t('last')}
          min={periodFrom ?? today()}
          value={periodUntil && dayBefore(periodUntil)}
          onChange={(day) => of.change({ periodUntil: day && addDays(day, 1) })}
          error={faultAt(of.problem, 'periodUntil')}
        />
      </Group>
      {conflict('periodFrom', 'PERIOD_FROM')}
      {conflict('periodUntil', 'PERIOD_UNTIL')}
      <CountField
        label={t('numberField')}
        min={1}
        max={20}
        maw="18rem"
        value={numberOfDialogues}
        onChange={(count) => of.change({ numberOfDialogues: count })}
        error={faultAt(of.problem, 'numberOfDialogues')}
      />
      {conflict('numberOfDialogues', 'NUMBER_OF_DIALOGUES')}
    </Point>
  );
}
