import { useCallback, useEffect, useRef, useState } from 'react';

/** So many milliseconds one may think better of it. */
export const GRACE = 8_000;

/** Does something a little later than asked, so that it can be undone; at once when the page is left. */
export function useGrace<T>(act: (what: T) => Promise<unknown>) {
  const [leaving, setLeaving] = useState<T>();
  const waiting = useRef<{ what: T; timer: ReturnType<typeof setTimeout> }>(undefined);
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });

  const doNow = useCallback(() => {
    const { current } = waiting;
    waiting.current = undefined;
    clearTimeout(current?.timer);
    if (!current) return;
    void newest.current(current.what).finally(() => {
      setLeaving((other) => (other === current.what ? undefined : other));
    });
  }, []);

  useEffect(() => {
    window.addEventListener('pagehide', doNow);
    return () => {
      window.removeEventListener('pagehide', doNow);
      doNow();
    };
  }, [doNow]);

  return {
    /** What can still be undone. */
    leaving,
    begin(what: T) {
      doNow();
      setLeaving(what);
      waiting.current = { what, timer: setTimeout(doNow, GRACE) };
    },
    undo() {
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
      setLeaving(undefined);
    },
    /** Whatever still waits is done now. */
    doNow,
  };
}
