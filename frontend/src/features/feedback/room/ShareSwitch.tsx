import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  what: 'questions' | 'feedback';
  /** The evaluatee's first name. */
  name: string;
  shared: boolean;
  onChange: (shared: boolean) => void;
  /** It can be taken back, but no longer shared. */
  onlyBack: boolean;
}

/** Lets the evaluatee read something, or no longer; says what that means before it is done. */
export function ShareSwitch({ what, name, shared, onChange, onlyBack }: Props) {
  const { t } = useTranslation('feedback');
  return (
    <Switch
      size="md"
      checked={shared}
      disabled={onlyBack && !shared}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      label={t(`share.${what}`, { name })}
      description={t(shared ? `share.${what}On` : `share.${what}Off`, { name })}
    />
  );
}
