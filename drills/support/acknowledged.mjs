/** Clients that write without end, and remember what they were told is saved. */
import { randomUUID } from 'node:crypto';
import { nextPage } from './person.mjs';
import { pause } from './processes.mjs';

const AGAIN_MS = 200;

/** What came of all requests: how many are under way, and how often there was which answer (0 for none). */
export class Traffic {
  underWay = 0;
  answers = {};
  acknowledged = 0;
  /** Changes that were done, or were not, though nobody said so. */
  doneUnsaid = 0;
  notDone = 0;

  async ask(...request) {
    const [person, ...rest] = request;
    this.underWay++;
    const answer = await person.ask(...rest);
    this.underWay--;
    this.answers[answer.status] = (this.answers[answer.status] ?? 0) + 1;
    return answer;
  }
}

const isDone = ({ status }) => status >= 200 && status < 300;

/** A person who goes on at the other instance when one does not answer, and signs in again when they have to. */
export class Client {
  #roots;
  #at = 0;

  constructor(person, roots, traffic) {
    Object.assign(this, { person, traffic });
    this.#roots = roots;
  }

  /** Once, whatever comes of it. */
  async ask(...request) {
    const answer = await this.traffic.ask(this.person, ...request);
    if (answer.status === 401) await this.person.signIn().catch(() => {});
    else if (answer.status === 0 || answer.status >= 500) this.#goElsewhere();
    return answer;
  }

  /** Until there is an answer. */
  async read(path) {
    for (;;) {
      const answer = await this.ask('GET', path);
      if (isDone(answer)) return answer;
      await pause(AGAIN_MS);
    }
  }

  #goElsewhere() {
    this.#at = (this.#at + 1) % this.#roots.length;
    this.person.movesTo(this.#roots[this.#at]);
  }
}

/**
 * What has versions and is written over and over. By version the journal has what was acknowledged; in a later version than
 * that there may be what was sent and got no answer, and nothing else.
 */
export class Thing {
  #acknowledged = new Map();
  #latest = -1;
  #sent = new Set();

  /**
   * @param what in words
   * @param at the path that it is read at
   * @param find what answers `{ version, mark }` for a body read there, and throws where it does not fit together
   */
  constructor(what, at, find, report) {
    Object.assign(this, { what, at, find, report });
  }

  /** Takes what is there for acknowledged. */
  async prepare(client) {
    const { version, mark } = this.find((await client.read(this.at)).body);
    this.#acknowledged.set(version, mark);
    this.#latest = version;
    return this;
  }

  /** @param change answers for what is there `{ mark, method, path, body }` */
  async write(client, change) {
    const there = await this.check(client);
    const { mark, method, path = this.at, body } = change(there);
    this.#sent.add(mark);
    const answer = await client.ask(method, path, { ifMatch: `"${there.version}"`, body });
    if (isDone(answer)) {
      client.traffic.acknowledged++;
      const version = Number(JSON.parse(answer.etag));
      this.#acknowledged.set(version, mark);
      this.#latest = Math.max(this.#latest, version);
      return;
    }
    if (answer.status === 412) return; // the other was first
    const now = await this.check(client);
    if (now.version > there.version && now.mark === mark) client.traffic.doneUnsaid++;
    else client.traffic.notDone++;
  }

  /** Reads it and compares it with the journal. */
  async check(client) {
    const least = this.#latest;
    const { body } = await client.read(this.at);
    const found = this.find(body);
    const { version, mark } = found;
    if (version < least) this.report.fault(`${this.what}: acknowledged in version ${least}, and there is ${version}`);
    const said = this.#acknowledged.get(version);
    if (said !== undefined && said !== mark) this.report.fault(`${this.what}: version ${version} was ${said} and is ${mark}`);
    if (version > least && !this.#sent.has(mark)) this.report.fault(`${this.what}: nobody has written ${mark}`);
    return found;
  }
}

/** Begins rounds under a key each, again and again until told that it is done, and at both instances at once now and then. */
export class Beginner {
  /** By key. */
  begun = new Map();
  repeats = 0;
  #before;

  /** @param clients two of one person, at different instances */
  constructor(what, clients, plan, report) {
    Object.assign(this, { what, clients, client: clients[0], plan, report });
  }

  async prepare() {
    this.#before = new Set(await this.#all());
  }

  async begin(chance) {
    const key = randomUUID();
    for (;;) {
      const clients = chance() < 0.2 ? this.clients : [this.client];
      const answers = await Promise.all(clients.map((each) => each.ask('POST', '/rounds', { key, body: this.plan })));
      for (const answer of answers.filter(isDone)) this.#note(key, answer.body.id);
      if (this.begun.has(key)) break;
      this.repeats++;
      await pause(AGAIN_MS);
    }
    if (chance() < 0.1) await this.#repeatAnOldOne(chance);
  }

  async #repeatAnOldOne(chance) {
    const keys = [...this.begun.keys()];
    const key = keys[Math.floor(chance() * keys.length)];
    const answer = await this.client.ask('POST', '/rounds', { key, body: this.plan });
    if (isDone(answer)) this.#note(key, answer.body.id);
  }

  #note(key, id) {
    if (!this.begun.has(key)) this.client.traffic.acknowledged++;
    else if (this.begun.get(key) !== id) this.report.fault(`${this.what}: one key has made ${this.begun.get(key)} and ${id}`);
    this.begun.set(key, id);
  }

  /** The newest that were acknowledged are there. */
  async check() {
    const newest = [...this.begun.values()].slice(-40);
    const { body } = await this.client.read('/rounds?limit=100');
    const there = new Set(body.map(({ id }) => id));
    for (const id of newest) if (!there.has(id)) this.report.fault(`${this.what}: round ${id} was acknowledged and is gone`);
  }

  /** All that were acknowledged are there, and none besides. */
  async checkAll() {
    const there = (await this.#all()).filter((id) => !this.#before.has(id));
    const begun = new Set(this.begun.values());
    for (const id of begun) if (!there.includes(id)) this.report.fault(`${this.what}: round ${id} was acknowledged and is gone`);
    if (there.length !== begun.size) this.report.fault(`${this.what}: ${begun.size} keys have made ${there.length} rounds`);
  }

  async #all() {
    const ids = [];
    for (let path = '/rounds?limit=100'; path; ) {
      const page = await this.client.read(path);
      ids.push(...page.body.map(({ id }) => id));
      path = nextPage(page);
    }
    return ids;
  }
}
