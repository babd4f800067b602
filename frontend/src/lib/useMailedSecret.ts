import { useLayoutEffect, useState } from 'react';

/**
 * What a mailed link carries behind its `#`. It is as good as a password while it lasts, so it has left the address
 * bar and the history before the page is seen.
 */
export function useMailedSecret(): string {
  const [secret] = useState(() => location.hash.slice(1));
  useLayoutEffect(
    () => window.history.replaceState(window.history.state, '', location.pathname),
    [],
  );
  return secret;
}
