import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

interface Props {
  title: ReactNode;
  /** To the right of the title. */
  aside?: ReactNode;
  /** Whose it is: the colour of the edge says it again, beside the words. */
  tone?: 'plain' | 'mine' | 'theirs' | 'waits';
  order?: 2 | 3;
  children?: ReactNode;
}

/** A part of a page with a heading, named for screen readers. */
export function Section({ title, aside, tone = 'plain', order = 2, children }: Props) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      className={classes.section ?? ''}
      data-tone={tone}
    >
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={order} id={id} flex="1 1 auto" miw={0}>
            {title}
          </Title>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
