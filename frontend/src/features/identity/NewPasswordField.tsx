import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password to have from now on: what makes a good one is said before it is refused. */
export function NewPasswordField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation(['account', 'identity']);
  return (
    <PasswordInput
      name="new-password"
      label={t('newPassword')}
      description={t('newPasswordHint')}
      autoComplete="new-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('identity:showPassword'), tabIndex: 0 }}
    />
  );
}
