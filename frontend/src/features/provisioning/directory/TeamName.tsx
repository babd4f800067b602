import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problems';
import { faultAt } from '@/lib/faults';

interface Props {
  value: string;
  onChange: (name: string) => void;
  faults: Problem | undefined;
  tried: boolean;
}

/** What a team is called. */
export function TeamName({ value, onChange, faults, tried }: Props) {
  const { t } = useTranslation('directory');
  return (
    <TextInput
      label={t('teams.name')}
      maw="26rem"
      maxLength={120}
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={faultAt(faults, 'name') ?? (tried && !value.trim() ? t('teams.nameMissing') : null)}
    />
  );
}
