// Clients write without end through two instances on one PostgreSQL, and keep a journal of what was acknowledged: rounds
// begun under an Idempotency-Key, which is sent until there is an answer; reflections, a dialogue and a summary of two
// writers with If-Match; a summary shared with HR and taken back. PostgreSQL, or one of the instances, is killed (kill -9)
// 200 times, each after a time by chance. After each kill, and once more after all three are killed at once, everything
// acknowledged must be there, no key may have made two rounds, no summary may be of two pieces. Now and then somebody types
// into the app in a real browser while nobody is there to save it; that must arrive as well.
//
// SEED=… does it with the same chances again, KILLS=… as often as that.
import { installed, Writer } from './support/browser.mjs';
import { chance } from './support/chance.mjs';
import { Client, Traffic } from './support/client.mjs';
import { wholeFeed } from './support/feed.mjs';
import { Beginner, nextMark, reflection, Thing } from './support/journal.mjs';
import { NO_ANSWER, Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { pause, until } from './support/processes.mjs';
import { aRound, plan, summaryWith } from './support/rounds.mjs';
import { Service } from './support/service.mjs';

export const title = 'Nothing acknowledged is lost when PostgreSQL or the service is killed';
export const minutes = 90;

const KILLS = Number(process.env.KILLS ?? 200);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));

/** An instance takes longer to start than PostgreSQL to recover. */
const KILLS_OF_AN_INSTANCE = 1 / 8;
const TEXTS_TYPED = 8;

/** Between two writes of a writer, so that what starts again need not compete with all of them for the processors. */
const BETWEEN_MS = 50;

/** This many acknowledged after a kill, all go on again, and the time to the next begins. */
const GOING_ON = 10;

const fjordby = (name) => `${name}@fjordby.example`;

/** The number in each of these texts, which were written as one. */
function oneMark(texts) {
  const marks = new Set(texts.map((text) => /^(\S+ \d+\.)/.exec(text)?.[1]));
  if (marks.size !== 1) throw new Error(`half of ${[...marks].join(' and half of ')}`);
  return [...marks][0];
}

class Drill {
  chance = chance(SEED);
  traffic = new Traffic();
  #over = false;
  #writing = [];
  #checks = [];

  constructor(report, postgres, services) {
    Object.assign(this, { report, postgres, services });
  }

  get roots() {
    return this.services.map(({ url }) => url);
  }

  async client(login, roots = this.roots) {
    return new Client(await Person.signedIn(roots[0], login), this.traffic, { roots });
  }

  /** Does it until the end, and has it compared after each kill. */
  #keep(doing, check) {
    const writing = async () => {
      while (!this.#over) {
        await doing();
        await pause(BETWEEN_MS);
      }
    };
    this.#writing.push(writing().catch((problem) => this.report.fault(problem.stack)));
    this.#checks.push(check);
  }

  async #keepWriting(thing, ...clients) {
    await thing.prepare(clients[0]);
    for (const client of clients) this.#keep(() => thing.write(client), () => thing.check(client));
  }

  async begin() {
    const [aase, kirsten] = [await this.client(fjordby('aase')), await this.client(fjordby('kirsten'))];
    const reflecting = await aRound(aase.person, kirsten.person, 'REFLECTING');
    await this.#keepReflections(aase, reflecting.dialogueId);
    await this.#keepDialogue(aase, reflecting.dialogueId);
    const pair = [await this.client(fjordby('birgitte')), await this.client(fjordby('henrik'))];
    const discussing = await aRound(pair[0].person, pair[1].person, 'DISCUSSING');
    await this.#keepSummary(pair, discussing.id);
    const [naja, rasmus] = [await this.client(fjordby('naja')), await this.client(fjordby('rasmus'))];
    this.shared = await aRound(naja.person, rasmus.person, 'CONCLUDED');
    await this.#keepSharing(naja, this.shared.id);
    this.naja = naja;
    this.beginners = [];
    for (const [name, partner] of [['mads', 'lene'], ['anna', 'bo']]) {
      const mine = [await this.client(fjordby(name)), await this.client(fjordby(name), this.roots.toReversed())];
      const other = await this.client(fjordby(partner));
      const planned = await plan(mine[0].person, other.person);
      const beginner = new Beginner(`rounds of ${name}`, mine, planned, this.report);
      await beginner.prepare();
      this.beginners.push(beginner);
      this.#keep(() => beginner.begin(this.chance).then(() => pause(200)), () => beginner.check());
    }
  }

  async #keepReflections(client, dialogueId) {
    const { reflections } = (await client.read(`/dialogues/${dialogueId}/reflections`)).body;
    for (const { topic } of reflections.slice(0, 2)) {
      await this.#keepWriting(reflection(dialogueId, topic, this.report), client);
    }
  }

  async #keepDialogue(client, dialogueId) {
    const held = { heldAt: new Date(Date.now() - 3_600_000).toISOString(), channel: 'COUNTER' };
    const find = ({ version, label }) => ({ version, mark: label });
    const change = () => {
      const label = nextMark('Pas');
      return { mark: label, method: 'PUT', body: { ...held, label } };
    };
    await this.#keepWriting(new Thing('dialogue', `/dialogues/${dialogueId}`, { find, change }, this.report), client);
  }

  async #keepSummary(clients, roundId) {
    const at = `/rounds/${roundId}/summary`;
    const find = ({ version, workedWell, focusPoints, learning, followUpHow }) => {
      if (focusPoints.length !== 2) throw new Error(`a summary of ${focusPoints.length} focus points`);
      return { version, mark: oneMark([workedWell, ...focusPoints, learning, followUpHow]) };
    };
    const change = () => {
      const mark = nextMark('Nr.');
      return { mark, method: 'PUT', body: summaryWith(mark) };
    };
    const { etag } = await clients[0].read(at);
    await clients[0].person.does('PUT', at, { ifMatch: etag, body: summaryWith(nextMark('Nr.')) });
    await this.#keepWriting(new Thing('summary', at, { find, change }, this.report), ...clients);
  }

  async #keepSharing(client, roundId) {
    const at = `/rounds/${roundId}/summary`;
    const find = ({ version, sharedWithHr }) => ({ version, mark: sharedWithHr });
    const change = ({ mark }) => ({ mark: !mark, method: mark ? 'DELETE' : 'PUT', path: `${at}/sharing` });
    // The version is that of the words, which both have approved.
    await this.#keepWriting(new Thing('sharing', at, { find, change, counted: false }, this.report), client);
  }

  /** All have gone on since the kill. */
  goesOn() {
    const goal = this.traffic.acknowledged + GOING_ON;
    return until('writes are acknowledged again', 120_000, () => this.traffic.acknowledged >= goal, 20);
  }

  async compare() {
    await Promise.all(this.#checks.map((check) => check()));
  }

  async end() {
    this.#over = true;
    await Promise.all(this.#writing);
  }

  /** What HR is told is what its owner was told last. */
  async compareFeed() {
    const { sharedWithHr, concludedAt } = (await this.naja.read(`/rounds/${this.shared.id}/summary`)).body;
    const hr = await Person.client(this.roots[0], 'hr-fjordby');
    const told = (await wholeFeed(hr)).some((row) => row.concludedAt === concludedAt);
    this.report.expect(`HR is told ${sharedWithHr} of the shared summary`, told === sharedWithHr);
  }
}

/** Somebody in a browser, whose text must arrive. */
class Typing {
  typed = '';
  arrived = 0;
  longest = 0;

  static async begin(drill) {
    const typing = new Typing();
    const mette = await drill.client('mette@svane.example');
    const jonas = await drill.client('jonas@svane.example');
    const { id, dialogueId } = await aRound(mette.person, jonas.person, 'REFLECTING');
    typing.read = async () => (await mette.read(`/dialogues/${dialogueId}/reflections`)).body.reflections[0].text ?? '';
    typing.writer = await Writer.sitsDown('mette@svane.example', `${drill.roots[0]}/rounds/${id}/dialogues/${dialogueId}`);
    return typing;
  }

  async types(closing) {
    const text = `Skrevet mens ingen var der, gang ${this.arrived + 1}. `;
    await this.writer.types(text);
    this.typed += text;
    if (closing) {
      await pause(500); // as long as it takes to be kept on the device
      await this.writer.closesTheTab();
    }
    this.closed = closing;
  }

  async arrives() {
    const begun = Date.now();
    if (this.closed) await this.writer.opensTheTabAgain();
    const there = async () => (await this.read()).trim() === this.typed.trim();
    await until(`${this.arrived + 1} sentences typed are at the service`, 180_000, there);
    this.arrived++;
    this.longest = Math.max(this.longest, Date.now() - begun);
  }
}

export async function drill(report) {
  report.figure('seed', SEED);
  installed();
  const postgres = await Postgres.installed();
  const services = [new Service(postgres.environment()), new Service(postgres.environment())];
  for (const service of services) await service.start();
  const drill = new Drill(report, postgres, services);
  const typing = await Typing.begin(drill);
  await drill.begin();

  const killed = { PostgreSQL: 0, 'an instance': 0 };
  const recoveries = [];
  let inTheMiddle = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    await drill.goesOn();
    await pause(100 + drill.chance() * 1_900);
    const instance = drill.chance() < KILLS_OF_AN_INSTANCE ? services[Math.floor(drill.chance() * 2)] : undefined;
    const [victim, name] = instance ? [instance, 'an instance'] : [postgres, 'PostgreSQL'];
    if (drill.traffic.underWay > 0) inTheMiddle++;
    const begun = Date.now();
    await victim.kill();
    killed[name]++;
    // The page is with the first instance, or with PostgreSQL behind it.
    const types = typing.arrived < TEXTS_TYPED && victim !== services[1] && kill % 2 === 0;
    if (types) await typing.types(typing.arrived % 3 === 2);
    await victim.start();
    await drill.goesOn();
    if (!instance && !types) recoveries.push(Date.now() - begun);
    await drill.compare();
    if (types) await typing.arrives();
    if (kill % 10 === 0) console.log(`  ${kill} kills, ${drill.traffic.acknowledged} acknowledged`);
  }
  await typing.writer.close();
  await drill.end();
  for (const victim of [...services, postgres]) await victim.kill();
  for (const victim of [postgres, ...services]) await victim.start();
  await drill.compare();
  for (const beginner of drill.beginners) await beginner.checkAll();
  await drill.compareFeed();

  const { traffic, beginners } = drill;
  recoveries.sort((one, other) => one - other);
  report.figure('kills', Object.entries(killed).map(([what, times]) => `${times} of ${what}`).join(', '));
  report.figure('kills while requests were under way', inTheMiddle);
  report.figure('acknowledged changes', traffic.acknowledged);
  report.figure('changes without an answer', `${traffic.doneUnsaid} seen to be done, ${traffic.sentAgain} sent again`);
  const keys = beginners.reduce((total, { begun }) => total + begun.size, 0);
  const repeats = beginners.reduce((total, { repeats }) => total + repeats, 0);
  report.figure('Idempotency-Keys', `${keys}, sent again without an answer ${repeats} times`);
  const refused = [...traffic.refused].map(([status, times]) => `${times} × ${status === NO_ANSWER ? 'no answer' : status}`);
  report.figure('requests', `${traffic.asked}, of these ${refused.join(', ')}`);
  const middle = recoveries[Math.floor(recoveries.length / 2)];
  report.figure(`PostgreSQL killed to ${GOING_ON} writes acknowledged`, `median ${middle} ms, longest ${recoveries.at(-1)} ms`);
  report.figure('texts typed into the app while nobody was there, arrived', `${typing.arrived}, the slowest after ${typing.longest} ms`);
  report.expect('most kills were in the middle of something', inTheMiddle > KILLS / 2);
  report.expect('text was typed', typing.arrived >= Math.min(TEXTS_TYPED, KILLS / 4));
  const expected = [NO_ANSWER, 409, 412, 503];
  for (const status of traffic.refused.keys()) report.expect(`no answer is ${status}`, expected.includes(status));
}
