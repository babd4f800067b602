/** Somebody who has a round open: hears its live updates, and reads the summary whenever they are told to. */
import { pause } from './processes.mjs';

/** As the app: it opens the next stream after a moment. */
const AGAIN_MS = 500;

export class Follower {
  streams = 0;
  /** The summary as it was read last. */
  read;
  #stopped = new AbortController();
  #running;
  #reading = Promise.resolve();
  #lastEvent;

  /** @param root where the streams are */
  constructor(root, person, roundId) {
    this.root = root;
    this.person = person;
    this.roundId = roundId;
  }

  start() {
    this.#running = this.#follow();
    return this;
  }

  async stop() {
    this.#stopped.abort();
    await this.#running;
    await this.#reading;
  }

  async #follow() {
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#listen();
      } catch {
        // The line has broken: the next one begins with reading everything.
      }
      if (!this.#stopped.signal.aborted) await pause(AGAIN_MS);
    }
  }

  async #listen() {
    await this.person.staysSignedIn();
    const headers = { ...this.person.headers, ...(this.#lastEvent ? { 'Last-Event-ID': this.#lastEvent } : {}) };
    const answer = await fetch(`${this.root}/api/v1/rounds/${this.roundId}/live`, { headers, signal: this.#stopped.signal });
    if (!answer.ok) return void (await answer.arrayBuffer());
    this.streams++;
    let first = true;
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (line.startsWith('id:')) this.#lastEvent = line.slice(3).trim();
        if (!line.startsWith('data:')) continue;
        const { part } = JSON.parse(line.slice(5));
        if (first || part === 'SUMMARY') this.#readAnew();
        first = false;
      }
    }
  }

  /** One after the other, so that what is read last is the latest. */
  #readAnew() {
    this.#reading = this.#reading.then(async () => {
      const { status, body } = await this.person.ask('GET', `/rounds/${this.roundId}/summary`);
      if (status !== 200) return this.#stopped.signal.aborted || pause(AGAIN_MS).then(() => this.#readAnew());
      this.read = body;
    });
  }
}
