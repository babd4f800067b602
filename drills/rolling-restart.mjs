// Two instances stand behind a proxy that goes by their readiness and repeats what is idempotent. Each is restarted several
// times (SIGTERM) while people read, write, begin and give up rounds, sign in and follow rounds live. No request may fail,
// steps and sign-ins included, which no proxy repeats; and who follows must have seen each change soon after it was
// acknowledged, whichever instance their stream was with.
import { randomUUID } from 'node:crypto';
import { Follower } from './support/follower.mjs';
import { Load, sum, told } from './support/load.mjs';
import { Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { pause, until } from './support/processes.mjs';
import { Proxy } from './support/proxy.mjs';
import { aRound, plan, summaryWith } from './support/rounds.mjs';
import { Service } from './support/service.mjs';

export const title = 'Two instances restarted in turn under load';
export const minutes = 20;

const RESTARTS = 4;
const BETWEEN_MS = 4_000;

/** Longer than the proxy takes to see that an instance is not ready any more, as operations.md asks for. */
const STOP_DELAY = '2S';

/** No more is written until what was is seen; so what nobody is told of is found out, and not covered by what comes next. */
const SEEN_WITHIN_MS = 30_000;

const PAIRS = [
  ['anna', 'bo'],
  ['aase', 'kirsten'],
  ['birgitte', 'henrik'],
];

/** A round that one writes the summary of and both follow. */
class Watched {
  written = 0;
  unseen = 0;
  longest = 0;

  constructor(load, proxy, writer, other, roundId) {
    Object.assign(this, { load, writer, path: `/rounds/${roundId}/summary` });
    this.followers = [writer, other].map((person) => new Follower(proxy.url, person, roundId).start());
  }

  async write() {
    this.etag ??= (await this.writer.ask('GET', this.path)).etag;
    const body = summaryWith(`nr ${this.written}.`);
    const { status, etag } = await this.load.ask('summary written', this.writer, 'PUT', this.path, { ifMatch: this.etag, body });
    this.etag = status === 200 ? etag : undefined;
    if (status !== 200) return;
    this.written++;
    const begun = Date.now();
    const seen = () => this.followers.every(({ read }) => read?.workedWell === body.workedWell);
    await until('seen', SEEN_WITHIN_MS, seen, 10).catch(() => this.unseen++);
    this.longest = Math.max(this.longest, Date.now() - begun);
  }
}

export async function drill(report) {
  const postgres = await Postgres.installed();
  const environment = { ...postgres.environment(), DIALOGSPEJL_STOP_DELAY: STOP_DELAY };
  const services = [new Service(environment), new Service(environment)];
  for (const service of services) await service.start();
  const proxy = await new Proxy(services).start();
  const person = (login) => Person.signedIn(proxy.url, `${login}@fjordby.example`);

  const load = new Load();
  const watched = [];
  for (const [mine, other] of PAIRS) {
    const pair = [await person(mine), await person(other)];
    const { id } = await aRound(...pair, 'DISCUSSING');
    watched.push(new Watched(load, proxy, ...pair, id));
  }
  const [mads, lene, naja] = [await person('mads'), await person('lene'), await person('naja')];
  const begun = await plan(mads, lene);

  for (const each of watched) load.keep(() => each.write(), 100);
  load.keep(() => load.ask('list read', naja, 'GET', '/rounds'), 200);
  load.keep(() => load.ask('guides read', naja, 'GET', '/guides'), 200);
  const read = () => ({ body: { until: new Date().toISOString() } });
  load.keep(() => load.ask('notifications read', naja, 'POST', '/me/notifications/read', read()), 300);
  const signIn = { body: Person.credentials('rasmus@fjordby.example') };
  load.keep(() => load.ask('signed in', new Person(proxy.url), 'POST', '/session', signIn), 1_500);
  load.keep(async () => {
    const { body, etag } = await load.ask('round begun', mads, 'POST', '/rounds', { key: randomUUID(), body: begun });
    if (etag) await load.ask('round given up', mads, 'POST', `/rounds/${body.id}/cancel`, { ifMatch: etag, body: {} });
  }, 600);

  const started = Date.now();
  for (let restart = 0; restart < RESTARTS; restart++) {
    for (const service of services) {
      await pause(BETWEEN_MS);
      await service.stop();
      await service.start();
      await until('the proxy uses it', 10_000, () => proxy.uses(service));
    }
  }
  await pause(BETWEEN_MS);
  await load.stop();
  const seconds = Math.round((Date.now() - started) / 1000);
  const streams = watched.flatMap(({ followers }) => followers.map((follower) => follower.streams));
  for (const { followers } of watched) await Promise.all(followers.map((follower) => follower.stop()));
  proxy.stop();

  report.figure('restarts', `${RESTARTS} of each of two instances in ${seconds} s`);
  report.figure('requests', `${sum(load.asked)}: ${told(load.asked)}`);
  report.figure('sent again by the proxy', told(proxy.repeated));
  report.figure('failed', told(load.failed));
  report.figure('refused with 503', told(load.refused));
  report.figure('slowest answer', `${load.slowest} ms`);
  report.figure('changes followed live', `${sum(watched.map(({ written }) => written))} by two each, over ${sum(streams)} streams`);
  report.figure('longest until both had seen a change', `${Math.max(...watched.map(({ longest }) => longest))} ms`);
  report.expect('no request failed', sum(load.failed) + sum(load.refused) === 0);
  report.expect('each stream had to begin anew', streams.every((times) => times > 1));
  report.expect('each change was seen live', watched.every(({ unseen }) => unseen === 0));
}
