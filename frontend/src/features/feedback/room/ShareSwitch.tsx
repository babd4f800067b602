import { Switch, Text } from '@mantine/core';
import { useId } from 'react';
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
  const id = useId();
  return (
    <div>
      <Switch
        size="md"
        aria-describedby={id}
        checked={shared}
        disabled={onlyBack && !shared}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        label={t(`share.${what}`, { name })}
      />
      <Text id={id} size="sm" c="dimmed" mt={4}>
        {t(shared ? `share.${what}On` : `share.${what}Off`, { name })}
      </Text>
    </div>
  );
}
