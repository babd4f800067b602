import { useCallback, useEffect, useRef, useState } from 'react';
import { session } from '@/api/session';
import { vault } from './vault';

/** What is filled in but not sent, kept on the device so that a closed tab does not lose it. */
export interface Kept<T> {
  value: T;
  /** Whether it was found on the device rather than begun anew. */
  restored: boolean;
  change: (patch: Partial<T>) => void;
  /** Once it is sent, or given up. */
  forget: () => void;
}

/** How the names of a person's forms begin. */
export const formsOf = (person: string | undefined) => `form:${person}:`;

/**
 * A form's values, kept on the device under a name until they are sent.
 *
 * @param name tells the form from others; ids only
 * @param initial what an untouched form holds
 */
export function useKept<T extends object>(name: string, initial: T): Kept<T> {
  const place = `${formsOf(session.person)}${name}`;
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const newest = useRef(initial);
  const begin = useRef(initial);

  useEffect(() => {
    let gone = false;
    void vault.get<T>(place).then((found) => {
      if (!found || gone || touched.current) return;
      newest.current = found;
      setValue(found);
      setRestored(true);
    });
    return () => {
      gone = true;
    };
  }, [place]);

  const change = useCallback(
    (patch: Partial<T>) => {
      touched.current = true;
      newest.current = { ...newest.current, ...patch };
      setValue(newest.current);
      // A full device loses nothing that the page still shows; the form goes on.
      vault.put(place, newest.current).catch(() => undefined);
    },
    [place],
  );

  const forget = useCallback(() => {
    touched.current = false;
    newest.current = begin.current;
    setValue(begin.current);
    setRestored(false);
    void vault.remove(place);
  }, [place]);

  return { value, restored, change, forget };
}
