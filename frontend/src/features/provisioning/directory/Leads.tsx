import { Button, Group, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Team } from './useDirectory';

interface Props {
  value: string[];
  /** The team the leader is in, which they lead anyhow. */
  own: string | undefined;
  teams: Team[];
  error: string | undefined;
  onChange: (leads: string[]) => void;
}

/** The teams somebody leads: one line each, and a way to add another. */
export function Leads({ value, own, teams, error, onChange }: Props) {
  const { t } = useTranslation('directory');
  const led = teams.filter(({ id }) => id === own || value.includes(id));
  return (
    <Stack gap="sm">
      <div>
        <Input.Label component="div">{t('leads.title')}</Input.Label>
        <Input.Description>{t('leads.explain')}</Input.Description>
      </div>
      {led.map(({ id, name }) => (
        <Group key={id} gap="sm">
          <Text>{name}</Text>
          {id !== own && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('leads.removeNamed', { team: name })}
              onClick={() => onChange(value.filter((other) => other !== id))}
            >
              {t('leads.remove')}
            </Button>
          )}
        </Group>
      ))}
      <NativeSelect
        label={t('leads.add')}
        maw="22rem"
        value=""
        error={error}
        onChange={({ currentTarget }) => onChange([...value, currentTarget.value])}
        data={[
          { value: '', label: t('leads.choose') },
          ...teams
            .filter((team) => !led.includes(team))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Stack>
  );
}
