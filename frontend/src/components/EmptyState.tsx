import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where there is nothing yet: what will be here, and how it comes. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack gap="sm" align="flex-start" py="md">
      <Title order={3}>{title}</Title>
      <Text maw="38rem">{children}</Text>
      {action}
    </Stack>
  );
}
