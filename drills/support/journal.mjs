/** Clients that write without end, and a journal of what was acknowledged to them, which what is there is compared with. */
import { randomUUID } from 'node:crypto';
import { AGAIN_MS, Client, isDone, Traffic } from './client.mjs';
import { nextPage, Person } from './person.mjs';
import { pause } from './processes.mjs';
import { aRound, plan } from './rounds.mjs';

const EACH_TEXTS = 4;
const REPEATED_AT_ONCE = 0.2;
const REPEATED_LATER = 0.1;

let marks = 0;

/** Words to know something written by. */
export const nextMark = (words) => `${words} ${++marks}.`;

/**
 * What is written over and over, on top of what is there. The journal has what was acknowledged, by version; in a version that
 * it does not have there may be what is just being written, and nothing else.
 */
export class Thing {
  /** `{ number, asked, acknowledged }` of each that was acknowledged: its version, and times in milliseconds. */
  acknowledged = [];
  #marks = new Map();
  #latest;
  #underWay = new Set();

  /**
   * @param what in words
   * @param at the path that it is read at
   * @param find answers `{ version, mark }` for a body read there, and throws where it does not fit together
   * @param change answers for what is there `{ mark, method, path, body }`
   * @param counted whether each change has a version of its own; otherwise only one may write
   * @param report what faults are told
   */
  constructor(what, at, { find, change, counted = true }, report) {
    Object.assign(this, { what, at, find, change, counted, report });
  }

  /** Takes what is there for acknowledged. */
  async prepare(client) {
    this.#keep(this.find((await client.read(this.at)).body));
    return this;
  }

  /** Once, and again on top of what is there until it is acknowledged, or seen to be there. */
  async write(client) {
    const asked = Date.now();
    let there = await this.check(client);
    const { mark, method, path = this.at, body } = this.change(there);
    this.#underWay.add(mark);
    for (;;) {
      const answer = await client.ask(method, path, { ifMatch: `"${there.version}"`, body });
      if (isDone(answer)) {
        there = { version: Number(JSON.parse(answer.etag)), mark };
        break;
      }
      const another = answer.status === 412; // who was first, or itself by an attempt without an answer
      if (!another) await pause(AGAIN_MS);
      there = await this.check(client);
      if (there.mark === mark) {
        client.traffic.doneUnsaid++;
        break;
      }
      if (!another) client.traffic.sentAgain++;
    }
    const said = this.counted ? (this.#marks.get(there.version) ?? mark) : mark;
    if (said !== mark) this.report.fault(`${this.what}: ${said} and ${mark} were acknowledged in version ${there.version}`);
    this.#keep(there);
    this.#underWay.delete(mark);
    this.acknowledged.push({ number: there.version, asked, acknowledged: Date.now() });
    client.traffic.acknowledged++;
  }

  #keep(found) {
    this.#marks.set(found.version, found.mark);
    if (!this.#latest || found.version >= this.#latest.version) this.#latest = found;
  }

  /** Reads it and compares it with the journal. */
  async check(client) {
    const before = this.#latest;
    const found = this.find((await client.read(this.at)).body);
    const { version, mark } = found;
    const acknowledged = this.counted ? this.#marks.get(version) === mark : [before.mark, this.#latest.mark].includes(mark);
    if (version < before.version || !(acknowledged || this.#underWay.has(mark))) {
      const told = (one) => `${one.mark} in version ${one.version}`;
      this.report.fault(`${this.what}: acknowledged is ${told(this.#latest)}, and there is ${told(found)}`);
    }
    return found;
  }
}

/** One topic of what somebody writes of a dialogue of theirs. */
export function reflection(dialogueId, topic, report) {
  const at = `/dialogues/${dialogueId}/reflections`;
  const find = ({ reflections }) => {
    const { version, text } = reflections.find((each) => each.topic === topic);
    return { version, mark: text };
  };
  const change = () => {
    const text = nextMark('Jeg lyttede færdigt før jeg svarede,');
    return { mark: text, method: 'PUT', path: `${at}/${topic}`, body: { text, moments: [] } };
  };
  return new Thing(`reflection on ${topic}`, at, { find, change }, report);
}

/** Begins rounds under a key each, again and again until told that it is done. */
export class Beginner {
  /** By key `{ id, asked, acknowledged }` of each that was acknowledged, times in milliseconds. */
  begun = new Map();
  repeats = 0;
  #before;

  /** @param clients one, or two of one person at different instances, who then now and then ask both at once */
  constructor(what, clients, plan, report) {
    Object.assign(this, { what, clients, client: clients[0], plan, report });
  }

  /** Takes what is there for somebody else's. */
  async prepare() {
    this.#before = await this.all();
    return this;
  }

  get acknowledged() {
    return [...this.begun.values()];
  }

  /** @param chance by which it is now and then asked for twice at once, and once more an old one: by default never */
  async begin(chance = () => 1) {
    const key = randomUUID();
    const asked = Date.now();
    for (;;) {
      const clients = chance() < REPEATED_AT_ONCE ? this.clients : [this.client];
      const answers = await Promise.all(clients.map((each) => this.#ask(each, key)));
      for (const answer of answers.filter(isDone)) this.#note(key, answer.body.id, asked);
      if (this.begun.has(key)) break;
      this.repeats++;
      await pause(AGAIN_MS);
    }
    if (chance() < REPEATED_LATER) await this.#repeatAnOldOne(chance);
  }

  #ask(client, key) {
    return client.ask('POST', '/rounds', { key, body: this.plan });
  }

  async #repeatAnOldOne(chance) {
    const keys = [...this.begun.keys()];
    const key = keys[Math.floor(chance() * keys.length)];
    const answer = await this.#ask(this.client, key);
    if (isDone(answer)) this.#note(key, answer.body.id);
  }

  #note(key, id, asked) {
    const known = this.begun.get(key);
    if (known && known.id !== id) this.report.fault(`${this.what}: one key has made ${known.id} and ${id}`);
    if (known) return;
    this.client.traffic.acknowledged++;
    this.begun.set(key, { id, asked, acknowledged: Date.now() });
  }

  /** The newest that were acknowledged are there. */
  async check() {
    const newest = this.acknowledged.slice(-40);
    const { body } = await this.client.read('/rounds?limit=100');
    this.#expect(newest, new Set(body.map(({ id }) => id)));
  }

  /** All that were acknowledged are there, and none besides. */
  async checkAll() {
    const there = new Set([...(await this.all())].filter((id) => !this.#before.has(id)));
    this.#expect(this.acknowledged, there);
    if (there.size !== this.begun.size) this.report.fault(`${this.what}: ${this.begun.size} keys have made ${there.size} rounds`);
  }

  #expect(acknowledged, there) {
    for (const { id } of acknowledged) {
      if (!there.has(id)) this.report.fault(`${this.what}: round ${id} was acknowledged and is gone`);
    }
  }

  /** The ids of all of the person's rounds that are there. */
  async all() {
    const ids = new Set();
    for (let path = '/rounds?limit=100'; path; ) {
      const page = await this.client.read(path);
      for (const { id } of page.body) ids.add(id);
      path = nextPage(page);
    }
    return ids;
  }
}

/** Somebody who without a pause writes one text over and over, and begins rounds. */
export class Writer {
  faults = [];
  #going = false;
  #over;

  /**
   * Somebody with a round of theirs that has come to the reflections.
   *
   * @param patience in milliseconds, with one request
   */
  static async with(root, login, partnerLogin, patience = 10_000) {
    const [mine, other] = await Promise.all([Person.signedIn(root, login), Person.signedIn(root, partnerLogin)]);
    const { dialogueId } = await aRound(mine, other, 'REFLECTING');
    const writer = new Writer();
    const client = new Client(mine, new Traffic(), { patience });
    const text = await reflection(dialogueId, 'welcome', writer).prepare(client);
    const rounds = await new Beginner('rounds', [client], await plan(mine, other), writer).prepare();
    return Object.assign(writer, { login, client, text, rounds });
  }

  start() {
    this.#going = true;
    this.#over = this.#write().catch((problem) => this.fault(problem.message));
  }

  /** Answers when the last of what it began is acknowledged. */
  async stop() {
    this.#going = false;
    await this.#over;
  }

  async #write() {
    for (let turn = 1; this.#going; turn++) {
      if (turn % (EACH_TEXTS + 1)) await this.text.write(this.client);
      else await this.rounds.begin();
    }
  }

  fault(what) {
    this.faults.push(`${this.login}: ${what}`);
  }

  /** What is there is what was acknowledged, no more and no less, or else it is in `faults`. Not while it writes. */
  async check() {
    await this.text.check(this.client);
    await this.rounds.checkAll();
  }

  /** What is there now: the version of the text, and the ids of all rounds. */
  async whatIsThere() {
    const { version } = this.text.find((await this.client.read(this.text.at)).body);
    return { text: version, rounds: await this.rounds.all() };
  }

  /** What was acknowledged of these: `text`, each with its version as `number`, or `round`, each with its `id`. */
  of(what) {
    return (what === 'text' ? this.text : this.rounds).acknowledged;
  }

  get acknowledged() {
    return [...this.text.acknowledged, ...this.rounds.acknowledged];
  }

  /** How often it was refused, by status. */
  get refused() {
    return this.client.traffic.refused;
  }
}
