import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Wording } from './wording';

/** Whose wording the guide is read in. */
export function WordingChoice({
  value,
  onChange,
}: {
  value: Wording;
  onChange: (wording: Wording) => void;
}) {
  const { t } = useTranslation('guides');
  return (
    <Radio.Group
      className="no-print"
      label={t('wording.label')}
      value={value}
      onChange={(wording) => onChange(wording === 'self' ? 'self' : 'partner')}
    >
      <Group gap="md" mt={6}>
        <Radio value="self" label={t('wording.self')} size="sm" />
        <Radio value="partner" label={t('wording.partner')} size="sm" />
      </Group>
    </Radio.Group>
  );
}
