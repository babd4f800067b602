import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';

interface Props {
  /** In the service's own sentences. */
  effects: Schemas['Effect'][];
  /** What holds whatever the counts are. */
  explain: string;
  yes: string;
  action: { error: unknown; isPending: boolean; mutate: () => void };
  onCancel: () => void;
}

/** What would follow, before it is done: takes the focus, so that it is read first. */
export function Foreseen({ effects, explain, yes, action, onCancel }: Props) {
  const { t } = useTranslation(['directory', 'app']);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="sm" align="flex-start">
      <Text fw={600} ref={heading} tabIndex={-1}>
        {t('effects.title')}
      </Text>
      <List maw="38rem">
        {effects.map(({ kind, detail }) => (
          <List.Item key={kind}>{detail}</List.Item>
        ))}
        <List.Item>{explain}</List.Item>
      </List>
      {action.error !== null && <ProblemNotice error={action.error} />}
      <Group gap="sm">
        <Button loading={action.isPending} onClick={action.mutate}>
          {yes}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
