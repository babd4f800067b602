/** Who asks again and again, at several instances if need be, and what came of it. */
import { NO_ANSWER } from './person.mjs';
import { pause } from './processes.mjs';

export const AGAIN_MS = 100;

export const isDone = ({ status }) => status >= 200 && status < 300;

/** What came of all requests. */
export class Traffic {
  asked = 0;
  underWay = 0;
  /** How often there was which status but success (NO_ANSWER for none). */
  refused = new Map();
  acknowledged = 0;
  /** Changes that were seen to be done, and others that were sent again, since nobody said so. */
  doneUnsaid = 0;
  sentAgain = 0;

  async ask(person, ...request) {
    this.asked++;
    this.underWay++;
    const answer = await person.ask(...request);
    this.underWay--;
    if (!isDone(answer)) this.refused.set(answer.status, (this.refused.get(answer.status) ?? 0) + 1);
    return answer;
  }
}

/** A person who stays signed in, and goes on at the next instance when one does not answer. */
export class Client {
  #roots;
  #at = 0;
  #patience;

  /**
   * @param roots of the instances, if there are several
   * @param patience in milliseconds, with one request
   */
  constructor(person, traffic, { roots = [], patience } = {}) {
    Object.assign(this, { person, traffic });
    this.#roots = roots;
    this.#patience = patience;
  }

  /** Once, whatever comes of it. */
  async ask(method, path, options) {
    await this.person.staysSignedIn().catch(() => {}); // for as long as it takes, the token that there is will do
    const answer = await this.traffic.ask(this.person, method, path, { patience: this.#patience, ...options });
    if (this.#roots.length && (answer.status === NO_ANSWER || answer.status >= 500)) this.#goElsewhere();
    return answer;
  }

  /** Until it is answered. Throws where it is gone, or not to be read. */
  async read(path) {
    for (;;) {
      const answer = await this.ask('GET', path);
      if (isDone(answer)) return answer;
      if (answer.status >= 400 && answer.status < 500) throw new Error(`${path}: ${answer.status}`);
      await pause(AGAIN_MS);
    }
  }

  #goElsewhere() {
    this.#at = (this.#at + 1) % this.#roots.length;
    this.person.movesTo(this.#roots[this.#at]);
  }
}
