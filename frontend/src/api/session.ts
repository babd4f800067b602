import { connection } from './connection';
import { NoConnection, ProblemError, problemOf } from './problems';
import type { components } from './schema';

type AccessToken = components['schemas']['AccessToken'];
type ProviderView = components['schemas']['ProviderView'];
type ProviderCode = components['schemas']['ProviderCode'];

/**
 * Where the reader stands: `restoring` while the cookie is tried, `signedOut` without a session, `signedIn`
 * with one, `expired` when it ended under a page that is still open, and `unreachable` when a device that
 * has been signed in cannot reach the service: what it keeps may be read and written.
 */
export type SessionState = 'restoring' | 'signedOut' | 'signedIn' | 'expired' | 'unreachable';

const PATH = '/api/v1/session';
/** Holds the id of who is signed in here, so that a first visit asks the service for nothing. */
const MARK = 'dialogspejl-signed-in';
/** Renewed so many milliseconds before it ends, so that no request meets the end. */
const MARGIN = 30_000;

declare global {
  /** The renewal that `public/first-paint.js` began while the app was on its way; good for one use. */
  var dialogspejlRenewal: Promise<Response> | undefined;
}

let token: string | undefined;
let person: string | undefined;
let left = false;
let goodUntil = 0;
let state: SessionState = 'restoring';
let renewing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

function become(next: SessionState) {
  if (state !== next) {
    state = next;
    for (const listener of listeners) listener();
  }
}

function take(answer: AccessToken) {
  const who = subject(answer.access_token);
  mark(who);
  if (person && person !== who) {
    // Somebody else at the same screen: nothing of the page that was open is theirs, nor may it write as them.
    leave();
    return;
  }
  token = answer.access_token;
  goodUntil = Date.now() + answer.expires_in * 1000;
  person = who;
  become('signedIn');
}

/** To a page that holds nothing of this one in memory. Until it comes no request gets a token. */
function leave() {
  left = true;
  token = undefined;
  location.assign('/');
}

function subject(jwt: string): string {
  const payload = jwt.split('.')[1] ?? '';
  return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))).sub;
}

function mark(signedIn: string | undefined) {
  try {
    if (signedIn) localStorage.setItem(MARK, signedIn);
    else localStorage.removeItem(MARK);
  } catch {
    // Without storage a reload asks for a new sign-in; nothing else is lost.
  }
}

function marked(): string | undefined {
  try {
    return localStorage.getItem(MARK) ?? undefined;
  } catch {
    return undefined;
  }
}

async function reach(sent: Promise<Response>): Promise<Response> {
  try {
    return await sent;
  } catch (cause) {
    connection.fails();
    throw new NoConnection(cause);
  }
}

function send(method: string, path: string, body?: unknown): Promise<Response> {
  return reach(
    fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': document.documentElement.lang || 'da',
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    }),
  );
}

/** What one may ask about signing in without being signed in. Throws {@link ProblemError} and {@link NoConnection}. */
export function ask<T>(path: string, body: unknown): Promise<T> {
  return askAt(PATH + path, body);
}

/** The same of anything that is open to everyone. */
export async function askAt<T>(address: string, body?: unknown): Promise<T> {
  const response = await send('POST', address, body);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** One tab at a time: the cookie is good for one use, and a second use ends the session. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks
    ? (navigator.locks.request('dialogspejl-session', work) as Promise<T>)
    : work();
}

/** A token from the cookie; false when the session has ended. Throws {@link NoConnection}. */
function renew(): Promise<boolean> {
  renewing ??= alone(async () => {
    const begun = globalThis.dialogspejlRenewal;
    globalThis.dialogspejlRenewal = undefined;
    const response = await (begun ? reach(begun) : send('POST', `${PATH}/refresh`));
    if (response.ok) {
      take((await response.json()) as AccessToken);
      return true;
    }
    if (response.status === 401) return false;
    throw new NoConnection(await problemOf(response));
  }).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** Resolves when somebody has signed in again on the page that is open. */
function signedInAgain(): Promise<void> {
  token = undefined;
  become('expired');
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (state === 'signedIn') {
        stop();
        resolve();
      }
    });
  });
}

/** The reader's session. The access token lives in memory alone; scripts cannot read the cookie. */
export const session = {
  get state(): SessionState {
    return state;
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** The id of who is signed in, also while the service cannot be reached. */
  get person(): string | undefined {
    return person;
  },

  /** Goes on from the cookie, where this device has been signed in. */
  async restore(): Promise<void> {
    person = marked();
    if (!person) {
      become('signedOut');
      return;
    }
    try {
      if (!(await renew())) {
        person = undefined;
        mark(undefined);
        become('signedOut');
      }
    } catch {
      become('unreachable');
    }
  },

  /**
   * Throws {@link ProblemError} when the two do not match, and when a code is needed and is not there or wrong.
   *
   * @param code of the second step, once it has been asked for
   */
  async signIn(email: string, password: string, code?: string): Promise<void> {
    take(await ask<AccessToken>('', { email, password, code }));
  },

  /** Chooses a password with a mailed link, and signs in. Throws as {@link signIn} does. */
  async setPassword(link: string, password: string, code?: string): Promise<void> {
    take(await ask<AccessToken>('/password', { link, password, code }));
  },

  /** The own provider of the organisation that has such addresses. Throws {@link ProblemError} when there is none. */
  async findProvider(email: string): Promise<ProviderView> {
    const response = await send('POST', `${PATH}/provider`, { email });
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return (await response.json()) as ProviderView;
  },

  /** Throws {@link ProblemError} when the provider does not vouch for somebody who is known here. */
  async signInThroughProvider(code: ProviderCode): Promise<void> {
    const response = await send('POST', `${PATH}/code`, code);
    if (!response.ok) throw new ProblemError(await problemOf(response));
    take((await response.json()) as AccessToken);
  },

  /**
   * Ends the session here and at the service, and goes to a page that holds nothing of this one in memory.
   * Throws {@link NoConnection} and then leaves it as it was.
   *
   * @param forget removes what the device keeps
   */
  async signOut(forget: () => Promise<void>): Promise<void> {
    const response = await alone(() => send('DELETE', PATH));
    if (!response.ok && response.status !== 401) throw new NoConnection(await problemOf(response));
    left = true;
    token = undefined;
    person = undefined;
    mark(undefined);
    await forget();
    leave();
  },

  /** A token that is good now; waits for a new sign-in where the session has ended. */
  async token(): Promise<string> {
    if (!left && (!token || Date.now() > goodUntil - MARGIN)) {
      if (state === 'expired' || !(await renew())) await signedInAgain();
    }
    return left ? new Promise<never>(() => undefined) : (token ?? '');
  },

  /** The service refused this token: forget it, unless another has come since. */
  refused(stale: string) {
    if (token === stale) token = undefined;
  },
};

// Signed out, or somebody else signed in, in another tab: what this one shows is no longer the reader's.
globalThis.addEventListener?.('storage', (event) => {
  if (event.key === MARK && person && event.newValue !== person) leave();
});
