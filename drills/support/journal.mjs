/** People who write without a pause, and remember what was acknowledged to them and when. */
import { randomUUID } from 'node:crypto';
import { nextPage, Person } from './person.mjs';
import { pause } from './processes.mjs';
import { aRound, plan } from './rounds.mjs';

const EACH_TEXTS = 4;

/** Says which text it is. */
const words = (number) => `Jeg lyttede færdigt før jeg svarede. Nr. ${number}`;
const numberOf = (text) => Number(/Nr\. (\d+)$/.exec(text)?.[1] ?? 0);

/**
 * Writes one text over and over, each time on top of the version that was acknowledged, and begins rounds, each under a
 * key of its own; both again until they are acknowledged. A lost acknowledgement shows at once: the version it wrote on
 * top of is gone.
 */
export class Writer {
  /** What was acknowledged: `{ what, number, id, asked, acknowledged }`, times in milliseconds. */
  acknowledged = [];
  /** What was answered otherwise: how often each status. */
  refused = new Map();
  faults = [];
  /** The latest text that was sent. */
  sent = 0;
  #going = false;
  #over;
  #path;
  #topic = 'welcome';
  #etag;
  #plan;

  constructor(login, person, patience) {
    this.login = login;
    this.person = person;
    this.patience = patience;
  }

  /**
   * Somebody with a round of theirs that has come to the reflections.
   *
   * @param patience in milliseconds, with one request
   */
  static async with(root, login, partnerLogin, patience = 10_000) {
    const [mine, other] = await Promise.all([Person.signedIn(root, login), Person.signedIn(root, partnerLogin)]);
    const writer = new Writer(login, mine, patience);
    await writer.#prepare(other);
    return writer;
  }

  async #prepare(other) {
    this.#plan = await plan(this.person, other);
    const { dialogueId } = await aRound(this.person, other, 'REFLECTING');
    this.#path = `/dialogues/${dialogueId}/reflections`;
    await this.#look();
  }

  async #look() {
    const { body } = await this.person.does('GET', this.#path);
    const { text, version } = body.reflections.find(({ topic }) => topic === this.#topic);
    this.#etag = `"${version}"`;
    return numberOf(text);
  }

  start() {
    this.#going = true;
    this.#over = this.#write();
  }

  /** Answers when the last of what it began is acknowledged. */
  async stop() {
    this.#going = false;
    await this.#over;
  }

  async #write() {
    for (let turn = 1; this.#going; turn++) {
      if (turn % (EACH_TEXTS + 1)) await this.#writeText();
      else await this.#beginRound();
    }
  }

  async #writeText() {
    const number = ++this.sent;
    for (;;) {
      const asked = Date.now();
      const written = { ifMatch: this.#etag, body: { text: words(number) } };
      const { status, etag } = await this.#ask('PUT', `${this.#path}/${this.#topic}`, written);
      if (status === 200) {
        this.#etag = etag;
        this.#note({ what: 'text', number, asked });
        return;
      }
      // Stale: either an attempt before went through without an answer, or what it was written on top of is lost.
      if (status === 412) {
        const there = await this.#lookUntilSeen();
        if (there === number) return this.#note({ what: 'text', number, asked });
        if (there < number - 1) this.faults.push(`${this.login}: text ${number - 1} was acknowledged, and ${there} is there`);
      }
      await this.#wait(status);
    }
  }

  async #lookUntilSeen() {
    for (;;) {
      try {
        return await this.#look();
      } catch {
        await pause(100);
      }
    }
  }

  async #beginRound() {
    const key = randomUUID();
    for (;;) {
      const asked = Date.now();
      const { status, body } = await this.#ask('POST', '/rounds', { key, body: this.#plan });
      if (status === 201) return this.#note({ what: 'round', id: body.id, asked });
      await this.#wait(status);
    }
  }

  #ask(method, path, options) {
    return this.person.ask(method, path, { ...options, patience: this.patience });
  }

  #note(what) {
    this.acknowledged.push({ ...what, acknowledged: Date.now() });
  }

  async #wait(status) {
    this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
    await pause(100);
  }

  /** What is there now: the number of the text, and the ids of all rounds. */
  async whatIsThere() {
    const text = await this.#look();
    const rounds = new Set();
    for (let path = '/rounds?limit=100'; path; ) {
      const page = await this.person.does('GET', path);
      for (const { id } of page.body) rounds.add(id);
      path = nextPage(page);
    }
    return { text, rounds };
  }

  of(what) {
    return this.acknowledged.filter((entry) => entry.what === what);
  }
}
