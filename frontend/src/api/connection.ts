/**
 * Whether the service can be reached, as far as the last request and the browser tell. Listeners hear of each
 * change, and work that waits for the service begins again when it is back.
 */
let reachable = navigator.onLine;
let retry: ReturnType<typeof setTimeout> | undefined;
let pause = 2_000;
const listeners = new Set<() => void>();

const LONGEST_PAUSE = 30_000;

function become(next: boolean) {
  if (reachable === next) return;
  reachable = next;
  for (const listener of listeners) listener();
}

/** Asks for something small until it is answered; any answer from the service will do. */
async function probe() {
  retry = undefined;
  if (!navigator.onLine) {
    again();
    return;
  }
  try {
    const response = await fetch('/.well-known/jwks.json', {
      cache: 'no-store',
      signal: AbortSignal.timeout(5_000),
    });
    if (response.ok) connection.works();
    else again();
  } catch {
    again();
  }
}

function again() {
  retry ??= setTimeout(probe, pause);
  pause = Math.min(pause * 1.5, LONGEST_PAUSE);
}

export const connection = {
  get reachable(): boolean {
    return reachable;
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  works() {
    clearTimeout(retry);
    retry = undefined;
    pause = 2_000;
    become(true);
  },

  fails() {
    become(false);
    again();
  },
};

globalThis.addEventListener?.('offline', () => connection.fails());
globalThis.addEventListener?.('online', () => {
  clearTimeout(retry);
  retry = undefined;
  pause = 2_000;
  void probe();
});
