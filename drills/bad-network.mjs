// Between the service and its PostgreSQL stands a proxy that is slow, throws everybody out, is a black hole, or leaves
// connections half-open, while people write, read, sign in and follow a round, HR pages through its feed, and a crowd
// larger than the service has threads asks all at once. Nobody may wait without end or get another refusal than 503 with
// Retry-After; the service must say that it lives, and that it is not ready while nothing passes. When the network has
// healed, everything asked for 10 seconds later must be answered as ever, whatever has become of the connections of
// before, none of which may be left over; and everything acknowledged must be there.
import { Follower } from './support/follower.mjs';
import { Load, sum, told } from './support/load.mjs';
import { Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { pause, until } from './support/processes.mjs';
import { Probes } from './support/probes.mjs';
import { aRound, summaryWith } from './support/rounds.mjs';
import { Service } from './support/service.mjs';
import { Sql, trustAtOnce } from './support/sql.mjs';
import { TcpProxy } from './support/tcp-proxy.mjs';
import { Writers } from './support/writers.mjs';

export const title = 'A bad network between the service and PostgreSQL';
export const minutes = 20;

/** The longest that anybody waits for an answer, whatever it is. */
const BOUND_MS = 30_000;
const RECOVERED_WITHIN_MS = 10_000;
/** The failures in a row that make a probe believe it, a second apart, and the answer to the last. */
const RED_WITHIN_MS = 10_000;
const CALM_MS = 15_000;

/** More than the threads that an instance answers with (200). */
const CROWD = 250;

const WRITERS = [
  ['anna', 'bo'],
  ['aase', 'kirsten'],
  ['naja', 'rasmus'],
];

/** What is wrong with the network, for how long, and whether nothing passes meanwhile. */
const TROUBLES = [
  { what: '100 ms latency each way', begin: (proxy) => proxy.delays(100), ms: 15_000, passes: true },
  { what: '4 s latency each way', begin: (proxy) => proxy.delays(4_000), ms: 20_000 },
  { what: 'connections reset', begin: (proxy) => proxy.resets(), ms: 12_000, dead: true },
  { what: 'black hole', begin: (proxy) => proxy.swallows(), ms: 30_000, dead: true },
  { what: 'half-open connections', begin: (proxy) => proxy.forgets(), ms: 500 }, // who asks in that moment cannot know
  {
    what: 'black hole that leaves half-open connections',
    begin: (proxy) => proxy.swallows(),
    ms: 25_000,
    end: (proxy) => proxy.forgets(),
    dead: true,
  },
];

/** A round that one writes the summary of, and the other follows. */
class Followed {
  written = 0;

  constructor(load, service, writer, other, roundId) {
    Object.assign(this, { load, writer, path: `/rounds/${roundId}/summary` });
    this.follower = new Follower(service.url, other, roundId).start();
  }

  async write() {
    const { status, etag } = await this.load.ask('summary read', this.writer, 'GET', this.path);
    if (status !== 200) return;
    const body = summaryWith(`nr ${this.written + 1}.`);
    const written = await this.load.ask('summary written', this.writer, 'PUT', this.path, { ifMatch: etag, body });
    if (written.status === 200) this.written++;
  }

  /** Whether the other one has seen what was acknowledged last. */
  seen() {
    return Number(/nr (\d+)\./.exec(this.follower.read?.workedWell)?.[1]) >= this.written;
  }
}

/** All of them ask, and again when they have been refused. */
const crowdUntil = (over, asks) =>
  Array.from({ length: CROWD }, async () => {
    for (; Date.now() < over; await pause(1_000)) await asks();
  });

/** Connections to PostgreSQL as PostgreSQL sees them, and as the pool does. */
async function connections(sql, service) {
  const rows = await sql.rows(`select application_name, state, count(*) from pg_stat_activity
    where usename = 'dialogspejl_app' group by 1, 2`);
  const count = (matches) => rows.filter(matches).reduce((total, [, , number]) => total + Number(number), 0);
  const metrics = await (await fetch(`${service.url}/q/metrics`)).text();
  const metric = (name) => Number(new RegExp(`^agroal_${name}_count\\S* (\\S+)`, 'm').exec(metrics)?.[1]);
  return {
    receivers: count(([name]) => /broadcast receiver/.test(name)),
    pooled: count(([name]) => !/broadcast receiver/.test(name)),
    inTransaction: count(([, state]) => state !== 'idle' && state !== 'active'),
    active: metric('active'),
    available: metric('available'),
    awaiting: metric('awaiting'),
  };
}

export async function drill(report) {
  const postgres = await Postgres.installed();
  await trustAtOnce(postgres);
  const sql = await Sql.at(postgres);
  const proxy = await new TcpProxy(postgres.port).start();
  const service = await new Service(postgres.environment(proxy.port)).start();
  const person = (name) => Person.signedIn(service.url, `${name}@fjordby.example`);

  const writers = await Writers.of(service.url, WRITERS, BOUND_MS);
  const [birgitte, henrik, mads] = [await person('birgitte'), await person('henrik'), await person('mads')];
  const { id } = await aRound(birgitte, henrik, 'DISCUSSING');
  const hr = await Person.client(service.url, 'hr-fjordby');

  for (const trouble of TROUBLES) {
    for (const each of [birgitte, henrik, mads]) await each.signIn(); // nobody's token ends in the middle
    const load = new Load({ patience: 2 * BOUND_MS });
    const probes = new Probes(load, service);
    const followed = new Followed(load, service, birgitte, henrik, id);
    writers.start();
    load.keep(() => followed.write(), 300);
    load.keep(() => load.ask('feed read', hr, 'GET', '/summaries?limit=20'), 300);
    const signIn = { body: Person.credentials('rasmus@fjordby.example') };
    load.keep(() => load.ask('signed in', new Person(service.url), 'POST', '/session', signIn), 2_000);
    for (let one = 0; one < 6; one++) load.keep(() => load.ask('list read', mads, 'GET', '/rounds'), 300);
    await pause(3_000);

    const begun = Date.now();
    trouble.begin(proxy);
    const crowd = trouble.dead ? crowdUntil(begun + trouble.ms, () => load.ask('crowd', mads, 'GET', '/rounds')) : [];
    await pause(trouble.ms);
    trouble.end?.(proxy);
    proxy.heals();
    const healed = Date.now();
    await until('what was acknowledged is seen live', 60_000, () => followed.seen()).catch(() => {});
    const seen = Date.now() - healed;
    await pause(Math.max(0, CALM_MS - (Date.now() - healed)));
    await writers.stop();
    await load.stop();
    await Promise.all(crowd);
    await followed.follower.stop();
    judge(report, trouble, load, probes, { begun, healed, seen });
    await judgeConnections(report, trouble, sql, service);
    await writers.judge(report, trouble.what);
  }
  report.figure('acknowledged, and there after each', writers.told);
  report.expect('the service is the same process', service.running);
  sql.end();
  proxy.stop();
}

function judge(report, { what, passes, dead }, load, probes, { begun, healed, seen }) {
  const recovered = load.recoveredSince(healed);
  const green = probes.readyAfter(healed);
  const ready = green ? green.answered - healed : Infinity;
  report.figure(`${what}: requests`, `${sum(load.asked)}, refused with 503 ${sum(load.refused)}`);
  report.figure(`${what}: longest wait for an answer`, `${load.longest} ms`);
  report.figure(`${what}: healed to all as ever`, `${recovered} ms`);
  report.figure(`${what}: healed to ready`, `${ready} ms`);
  report.figure(`${what}: healed to what was acknowledged seen live`, `${seen} ms`);
  report.expect(`${what}: nobody waited longer than ${BOUND_MS} ms`, load.longest <= BOUND_MS);
  report.expect(`${what}: no request failed (${told(load.failed)})`, sum(load.failed) === 0);
  report.expect(`${what}: all as ever within ${RECOVERED_WITHIN_MS} ms`, recovered < RECOVERED_WITHIN_MS);
  report.expect(`${what}: ready within ${RECOVERED_WITHIN_MS} ms`, ready < RECOVERED_WITHIN_MS);
  report.expect(`${what}: seen live within ${RECOVERED_WITHIN_MS} ms`, seen < RECOVERED_WITHIN_MS);
  report.expect(`${what}: it lives`, probes.lived);
  if (passes) report.expect(`${what}: nobody was refused`, sum(load.refused) === 0);
  if (!dead) return;
  const red = probes.notReadyAfter(begun);
  report.figure(`${what}: not ready after`, red ? `${red.answered - begun} ms (${red.status || 'no answer'})` : 'never');
  report.expect(`${what}: not ready within ${RED_WITHIN_MS} ms`, red && red.answered - begun < RED_WITHIN_MS);
  report.expect(`${what}: not ready until it healed`, red && probes.readyAfter(red.begun)?.answered >= healed);
}

async function judgeConnections(report, { what }, sql, service) {
  let there;
  const settled = async () => {
    there = await connections(sql, service);
    return there.receivers === 1 && there.pooled === there.available && there.active + there.awaiting + there.inTransaction === 0;
  };
  await until('no connection is left over', 10_000, settled).catch(() => report.fault(`${what}: connections left over: ${JSON.stringify(there)}`));
  report.figure(`${what}: connections afterwards`, `${there.pooled} of the pool, ${there.receivers} for live updates`);
}
