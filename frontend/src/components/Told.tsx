import type { ReactNode } from 'react';
import classes from './Told.module.css';

/**
 * Tells what happens, aloud too. It is there before there is anything to tell, as screen readers want it, and takes
 * no room in a stack until then.
 */
export function Told({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={classes.told}>
      {children}
    </div>
  );
}
