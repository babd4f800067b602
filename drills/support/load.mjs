/** Requests without end, and how they went. */
import { pause } from './processes.mjs';

/** Longer is not as ever, even on a machine where much else runs. */
const AS_EVER_MS = 2_000;

export class Load {
  #over = false;
  #running = [];
  #patience;
  asked = {};
  failed = {};
  /** Refused as it should be: a problem with status 503, and a time to come again. */
  refused = {};
  /** In milliseconds. */
  slowest = 0;
  /** Of each request what it was, when it began and was answered, in milliseconds, and the status. */
  requests = [];

  /** @param patience with each request, in milliseconds */
  constructor({ patience } = {}) {
    this.#patience = patience;
  }

  /** Does it again and again, some `every` milliseconds between, until `stop`. */
  keep(doing, every) {
    const running = async () => {
      while (!this.#over) {
        await doing();
        await pause(every * (0.5 + Math.random()));
      }
    };
    this.#running.push(running().catch((problem) => count(this.failed, problem.message)));
  }

  async stop() {
    this.#over = true;
    await Promise.all(this.#running);
  }

  /** The longest that anybody waited for an answer, in milliseconds. */
  get longest() {
    return this.requests.reduce((longest, { begun, answered }) => Math.max(longest, answered - begun), 0);
  }

  /**
   * How long it took until everybody was served as ever: the last answer, of those asked for after that moment, that was
   * a refusal or slow.
   *
   * @param moment in milliseconds, as Date has it
   */
  recoveredSince(moment) {
    const asEver = ({ begun, answered, status }) => status >= 200 && status < 300 && answered - begun < AS_EVER_MS;
    const late = this.requests.filter((request) => request.begun > moment && !asEver(request));
    return late.reduce((longest, { answered }) => Math.max(longest, answered - moment), 0);
  }

  /** Asks once, whatever comes of it. */
  async ask(kind, person, method, path, options) {
    await person.staysSignedIn();
    const begun = Date.now();
    const answer = await person.ask(method, path, { patience: this.#patience, ...options });
    const answered = Date.now();
    this.slowest = Math.max(this.slowest, answered - begun);
    count(this.asked, kind);
    const { status, headers, body, problem } = answer;
    this.requests.push({ kind, begun, answered, status });
    if (status === 503 && headers.has('Retry-After') && isProblem(headers)) count(this.refused, kind);
    else if (status < 200 || status > 299) count(this.failed, `${kind}: ${status} ${body?.type ?? problem?.cause?.code ?? ''}`.trim());
    return answer;
  }
}

const isProblem = (headers) => headers.get('Content-Type') === 'application/problem+json';

function count(counts, what) {
  counts[what] = (counts[what] ?? 0) + 1;
}

export const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** `3 read, 2 written`, or `none`. */
export const told = (counts) => Object.entries(counts).map(([what, times]) => `${times} ${what}`).join(', ') || 'none';
