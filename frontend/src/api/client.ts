import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { connection } from './connection';
import { NoConnection, ProblemError, problemOf } from './problems';
import type { components, paths } from './schema';
import { session } from './session';

/** What the contract calls things. */
export type Schemas = components['schemas'];

/** Longer than the service takes for anything, and short enough to say "offline" while one remembers why. */
const PATIENCE = 20_000;

/**
 * Sends a request as the reader. Throws {@link ProblemError} for an answer that is no success and
 * {@link NoConnection} where there was none; a session that has ended is waited for, so that nothing the
 * request carries is lost.
 *
 * @param signal ends the waiting; without it, after twenty seconds
 */
export async function asReader(
  request: Request,
  signal: () => AbortSignal = () => AbortSignal.timeout(PATIENCE),
): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const token = await session.token();
    const sent = request.clone();
    sent.headers.set('Authorization', `Bearer ${token}`);
    sent.headers.set('Accept-Language', document.documentElement.lang || 'da');
    const response = await reach(sent, signal());
    if (response.ok) return response;
    if (response.status === 401 && attempt < 2) {
      session.refused(token);
      continue;
    }
    throw new ProblemError(await problemOf(response));
  }
}

async function reach(request: Request, signal: AbortSignal): Promise<Response> {
  try {
    const response = await globalThis.fetch(request, { signal });
    if (response.status === 502 || response.status === 503 || response.status === 504) {
      throw new NoConnection(response.status);
    }
    connection.works();
    return response;
  } catch (cause) {
    // Given up by the page that asked, which says nothing of the network.
    if (signal.aborted && signal.reason?.name !== 'TimeoutError') throw cause;
    connection.fails();
    throw cause instanceof NoConnection ? cause : new NoConnection(cause);
  }
}

/** Calls by method and path, typed by the contract. */
export const api = createFetchClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => asReader(request),
});

/** The same as queries. */
export const $api = createQueryClient(api);

/** The value of an answer that the contract promises on success. */
export async function answered<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The precondition of a change: the version it builds on. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
