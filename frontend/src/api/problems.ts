import type { components } from './schema';

/** An error as the service answers it (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** The last part of a problem's stable `type`, such as `stale`. */
export type ProblemKind =
  | 'malformed'
  | 'invalid'
  | 'not-signed-in'
  | 'sign-in-failed'
  | 'second-factor-needed'
  | 'second-factor-wrong'
  | 'provider-refused'
  | 'not-invited'
  | 'password-not-used'
  | 'no-provider'
  | 'provider-unavailable'
  | 'session-ended'
  | 'forbidden'
  | 'not-found'
  | 'step-not-possible'
  | 'request-in-progress'
  | 'stale'
  | 'too-large'
  | 'idempotency-key-reused'
  | 'too-many-attempts'
  | 'too-many-requests'
  | 'request-too-slow'
  | 'cross-site'
  | 'link-not-good'
  | 'mail-link-not-good'
  | 'no-mail'
  | 'unexpected'
  | 'unavailable';

const PREFIX = 'urn:dialogspejl:problem:';

/** The service understood and said no. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.type);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get kind(): ProblemKind {
    return this.problem.type.slice(PREFIX.length) as ProblemKind;
  }
}

/** The service could not be reached, or is not ready: trying again later may help. */
export class NoConnection extends Error {
  constructor(cause?: unknown) {
    super('no connection', { cause });
    this.name = 'NoConnection';
  }
}

/** Whether an error is a problem of this kind. */
export function isProblem(error: unknown, kind: ProblemKind): error is ProblemError {
  return error instanceof ProblemError && error.kind === kind;
}

/** The problem in an answer, also where something between us and the service answered in another form. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.clone().json()) as Problem;
    if (typeof body.type === 'string' && body.type.startsWith(PREFIX)) {
      return body;
    }
  } catch {
    // Not JSON, so not from the service.
  }
  return { type: `${PREFIX}unexpected`, title: '', status: response.status, detail: '' };
}
