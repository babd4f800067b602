import { Box, type BoxProps } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Fold.module.css';

interface Props extends BoxProps {
  /** What is always to be seen, and opens the rest. */
  summary: ReactNode;
  /** Open from the beginning. */
  open?: boolean;
  /** Called when it is opened, for content that is made no sooner. */
  onOpen?: () => void;
  children: ReactNode;
}

/** Something that is there for the asking. The browser's own, so that keyboard, search and speech know it. */
export function Fold({ summary, open = false, onOpen, children, ...box }: Props) {
  return (
    <Box
      component="details"
      className={classes.fold ?? ''}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
      {...box}
    >
      <summary className={classes.summary}>
        <IconChevronRight className={classes.sign ?? ''} size="1.1em" aria-hidden="true" />
        <span className={classes.words}>{summary}</span>
      </summary>
      <div className={classes.content}>{children}</div>
    </Box>
  );
}
