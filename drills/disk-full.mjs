// PostgreSQL's data is on a disk (a tmpfs, which only root may mount) that somebody else fills to the last page while
// people write and read; the first time for as long as PostgreSQL gets by with the files it has, the second time until it
// cannot write its log (WAL) any more, falls, and does not come up again for lack of room. Something starts it again and
// again, as a container's restart policy does. Writing may be refused with 503 and Retry-After, and in no other way, and so
// may HR's reading, which must be noted; other reading goes on for as long as PostgreSQL runs. When there is room again, all
// goes on by itself, and everything acknowledged is there, in one piece.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Load, sum, told } from './support/load.mjs';
import { Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { Probes } from './support/probes.mjs';
import { pause, temporaryFolder, until } from './support/processes.mjs';
import { aRound, summaryWith } from './support/rounds.mjs';
import { Service } from './support/service.mjs';
import { SmallDisk } from './support/small-disk.mjs';
import { Sql, trustAtOnce } from './support/sql.mjs';
import { Writers } from './support/writers.mjs';

export const title = "The disk under PostgreSQL's data is full";
export const minutes = 12;

const DISK_MIB = 256;
const BEFORE_MS = 5_000;
const FULL_MS = 30_000;
const CALM_MS = 15_000;
const BOUND_MS = 30_000;

/** With its log in order PostgreSQL has nothing to recover from. */
const RECOVERED_WITHIN_MS = { 'for the tables': 5_000, 'for the log too': 30_000 };

/** Who starts PostgreSQL again when it has ended looks that often. */
const RESTARTED_EVERY_MS = 1_000;

const WRITERS = [
  ['anna', 'bo'],
  ['aase', 'kirsten'],
  ['naja', 'rasmus'],
];

/** What leaves nothing behind that needs room. */
const ONLY_READING = ['list read', 'summary read'];

/** No more log than is needed, so that it is soon at its end. */
const SETTINGS = { min_wal_size: '32MB', max_wal_size: '32MB', shared_buffers: '32MB' };

/** A summary that is written over and over, each time as one. */
class Summary {
  written = 0;
  #sent = 0;

  constructor(load, writer, roundId) {
    Object.assign(this, { load, writer, path: `/rounds/${roundId}/summary` });
  }

  async write() {
    const { status, etag } = await this.load.ask('summary read', this.writer, 'GET', this.path);
    if (status !== 200) return;
    const number = ++this.#sent;
    const body = summaryWith(`nr ${number}.`);
    const written = await this.load.ask('summary written', this.writer, 'PUT', this.path, { ifMatch: etag, body });
    if (written.status === 200) this.written = number;
  }

  async judge(report, when) {
    const { workedWell, focusPoints, learning, followUpHow } = (await this.writer.does('GET', this.path)).body;
    const numbers = [workedWell, ...focusPoints, learning, followUpHow].map((text) => Number(/^nr (\d+)\./.exec(text)?.[1]));
    report.expect(`${when}: the summary is of one piece, not of ${numbers}`, new Set(numbers).size === 1);
    report.expect(`${when}: the summary is ${this.written}, and not ${numbers[0]}`, numbers[0] >= this.written);
  }
}

export async function drill(report) {
  const folder = temporaryFolder('data');
  const disk = new SmallDisk(join(folder, 'postgresql'), DISK_MIB);
  const postgres = await Postgres.installed(SETTINGS, folder);
  await trustAtOnce(postgres);
  const service = await new Service(postgres.environment()).start();
  const person = (name) => Person.signedIn(service.url, `${name}@fjordby.example`);
  const writers = await Writers.of(service.url, WRITERS, BOUND_MS);
  const [birgitte, henrik, mads] = [await person('birgitte'), await person('henrik'), await person('mads')];
  const hr = await Person.client(service.url, 'hr-fjordby');
  const { id } = await aRound(birgitte, henrik, 'DISCUSSING');

  for (const when of Object.keys(RECOVERED_WITHIN_MS)) {
    for (const each of [birgitte, mads]) await each.signIn(); // nobody's token ends in the middle
    const load = new Load({ patience: 2 * BOUND_MS });
    const probes = new Probes(load, service);
    const summary = new Summary(load, birgitte, id);
    writers.start();
    load.keep(() => summary.write(), 200);
    load.keep(() => load.ask('list read', mads, 'GET', '/rounds'), 200);
    load.keep(() => load.ask('feed read', hr, 'GET', '/summaries?limit=20'), 200);
    const signIn = { body: Person.credentials('rasmus@fjordby.example') };
    load.keep(() => load.ask('signed in', new Person(service.url), 'POST', '/session', signIn), 2_000);
    load.keep(() => postgres.running || postgres.start().catch(() => {}), RESTARTED_EVERY_MS);
    await pause(BEFORE_MS);

    const sql = await Sql.at(postgres); // later there may be no room to begin a session
    const room = disk.free;
    disk.fill();
    const full = Date.now();
    const before = writers.acknowledged;
    await pause(FULL_MS);
    report.figure(`full ${when}: room before that was filled`, `${(room / 2 ** 20).toFixed(0)} MiB`);
    report.figure(`full ${when}: acknowledged all the same within ${FULL_MS / 1000} s`, writers.acknowledged - before);
    const refused = load.requests.filter(({ kind, status }) => ONLY_READING.includes(kind) && status !== 200);
    report.expect(`full ${when}: reading went on as long as PostgreSQL ran`, refused.length === 0);
    report.expect(`full ${when}: writing was refused`, writers.refusals > 0);
    if (when === 'for the log too') await judgeFall(report, when, postgres, sql, probes);
    sql.end();
    disk.clear();
    const roomAgain = Date.now();
    const acknowledged = writers.acknowledged;
    await until('people go on', 120_000, () => writers.acknowledged >= acknowledged + 10);
    await pause(CALM_MS);
    await writers.stop();
    await load.stop();

    const recovered = load.recoveredSince(roomAgain);
    report.figure(`full ${when}: for`, `${Math.round((roomAgain - full) / 1000)} s`);
    report.figure(`full ${when}: refused with 503`, `${writers.refusals} by who write without a pause, ${told(load.refused)}`);
    report.figure(`full ${when}: longest wait for an answer`, `${load.longest} ms`);
    report.figure(`full ${when}: room again to all as ever`, `${recovered} ms`);
    report.expect(`full ${when}: no request failed (${told(load.failed)})`, sum(load.failed) === 0);
    report.expect(`full ${when}: nobody waited longer than ${BOUND_MS} ms`, load.longest <= BOUND_MS);
    report.expect(`full ${when}: all as ever within ${RECOVERED_WITHIN_MS[when]} ms`, recovered < RECOVERED_WITHIN_MS[when]);
    report.expect(`full ${when}: the service says that it lives`, probes.lived);
    await writers.judge(report, `full ${when}`);
    await summary.judge(report, `full ${when}`);
  }
  report.figure('acknowledged, and there after each', writers.told);
  report.expect('the service is the same process', service.running);
}

/** Brings the log to its end by skipping what is left of each of its files, which is quicker than to write that much. */
async function judgeFall(report, when, postgres, sql, probes) {
  const said = () => readFileSync(join(postgres.folder, 'postgresql.log'), 'utf8');
  const fallen = () => /PANIC: .*No space left on device/.test(said());
  await until('PostgreSQL has fallen', 60_000, async () => {
    await sql.rows('select pg_switch_wal()').catch(() => {});
    return fallen();
  });
  const moment = Date.now();
  await pause(FULL_MS);
  const red = probes.notReadyAfter(moment);
  report.expect(`full ${when}: not ready while PostgreSQL is down`, red && !probes.readyAfter(red.begun));
}
