import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

/** A link that looks like a button, for going on to another page. */
export function LinkButton(props: ButtonProps & LinkProps & { children: ReactNode }) {
  return <Button component={Link} {...props} />;
}
