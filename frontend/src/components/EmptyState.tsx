import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where there is nothing yet: what will be here, and how it comes. */
export function EmptyState({
  title,
  order = 3,
  children,
  action,
}: {
  title: string;
  /** 2 where it stands on the page itself, not in a section with a heading of its own. */
  order?: 2 | 3;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack gap="sm" align="flex-start" py="md">
      <Title order={order} size="h3">
        {title}
      </Title>
      <Text maw="38rem">{children}</Text>
      {action}
    </Stack>
  );
}
