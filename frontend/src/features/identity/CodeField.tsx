import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The second step: six digits from the phone, which it may offer to fill in, or a recovery code. */
export function CodeField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('identity');
  return (
    <TextInput
      name="code"
      label={t('code')}
      description={t('codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoFocus
    />
  );
}
