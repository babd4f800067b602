import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictPanel } from '@/components/ConflictPanel';
import { HeldNotice } from '@/components/PersonalDataNotice';
import { faultAt } from '@/lib/faults';
import { otherName } from '../names';
import { Point, type PointProps, Told } from './Point';

/** e. How the self-evaluation is done, and the time and setting for it. */
export function MethodPoint(props: PointProps) {
  return (
    <Point letter="e" view={props.view} round={props.round}>
      <Words {...props} field="method" />
      <Words {...props} field="time" />
      <Words {...props} field="setting" />
    </Point>
  );
}

/** f. How the two work together on it. */
export function CooperationPoint(props: PointProps) {
  return (
    <Point letter="f" view={props.view} round={props.round}>
      <Words {...props} field="cooperation" />
    </Point>
  );
}

function Words({
  round,
  of,
  writing,
  field,
}: PointProps & { field: 'method' | 'time' | 'setting' | 'cooperation' }) {
  const { t } = useTranslation('agreement');
  const text = of.content[field];
  if (!writing) return <Told label={t(`words.${field}`)}>{text}</Told>;
  return (
    <Stack gap="sm">
      <Textarea
        label={t(`words.${field}`)}
        description={t(`explain.${field}`)}
        minRows={2}
        value={text ?? ''}
        onChange={({ currentTarget }) => of.change({ [field]: currentTarget.value || undefined })}
        error={faultAt(of.problem, field)}
      />
      <HeldNotice of={of} field={field} />
      <ConflictPanel of={of} field={field} name={otherName(round)} />
    </Stack>
  );
}
