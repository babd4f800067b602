/** Requests without end, and how they went. */
import { pause } from './processes.mjs';

export class Load {
  #over = false;
  #running = [];
  asked = {};
  failed = {};
  /** Refused with 503 and a time to come again. */
  refused = {};
  /** In milliseconds. */
  slowest = 0;

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

  /** Asks once, whatever comes of it. */
  async ask(kind, person, method, path, options) {
    await person.staysSignedIn();
    const begun = Date.now();
    const answer = await person.ask(method, path, options);
    this.slowest = Math.max(this.slowest, Date.now() - begun);
    count(this.asked, kind);
    const { status, headers, body, problem } = answer;
    if (status === 503 && headers.has('Retry-After')) count(this.refused, kind);
    else if (status < 200 || status > 299) count(this.failed, `${kind}: ${status} ${body?.type ?? problem?.cause?.code ?? ''}`.trim());
    return answer;
  }
}

function count(counts, what) {
  counts[what] = (counts[what] ?? 0) + 1;
}

export const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** `3 read, 2 written`, or `none`. */
export const told = (counts) => Object.entries(counts).map(([what, times]) => `${times} ${what}`).join(', ') || 'none';
