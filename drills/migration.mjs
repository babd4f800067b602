// The previous release serves while this one migrates its database, which has so many rows that it takes a while. The
// migrating process is killed (kill -9) in the middle again and again: as soon as it has its turn, between a change set and
// the row that says so, and at random in the longest one. Then it must come up without anybody's help, with each change set
// made once. The previous release must answer all the while, beside the new one too; while a table is altered its requests
// may wait, or be refused with 503 and Retry-After, but none may fail.
//
// SEED=… does it with the same chances again.
import { randomUUID } from 'node:crypto';
import { chance } from './support/chance.mjs';
import { Load, sum, told } from './support/load.mjs';
import { Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { built, previousRelease } from './support/previous.mjs';
import { freePort, pause, temporaryFolder, until } from './support/processes.mjs';
import { aRound, plan, summaryWith } from './support/rounds.mjs';
import { Service } from './support/service.mjs';
import { Sql, trust } from './support/sql.mjs';

export const title = 'The previous release serves while this one migrates and is killed';
export const minutes = 60;

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
const ROUNDS = 100_000;
const KILLS_IN_THE_LONGEST = 6;
const BOTH_MS = 20_000;

/** The sessions of who migrates: the owner's, but for this drill's own. */
const MIGRATING = `from pg_stat_activity where usename = 'postgres' and application_name <> 'drill' and pid <> pg_backend_pid()
  and backend_type = 'client backend'`;

/** A database as the previous release has left it. */
async function database(jar) {
  const folder = temporaryFolder('previous');
  const first = new Service({ DIALOGSPEJL_DATA: folder, DIALOGSPEJL_DEMO: 'true' }, { jar });
  await first.start();
  await first.stop();
  const postgres = new Postgres(folder, await freePort());
  trust(postgres);
  await postgres.start();
  return postgres;
}

/** Makes many of a concluded round and its summary. */
async function fill(sql) {
  await sql.rows("set session_replication_role = 'replica'"); // no triggers: only the number of rows matters
  await sql.rows('create temp table model as select organisation_id, round_id from summary where concluded_at is not null limit 1');
  const copied = (table, changed) => `jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changed}))`;
  await sql.rows(`create temp table many as select gen_random_uuid() as id from generate_series(1, ${ROUNDS})`);
  await sql.rows(`insert into round select (${copied('round', "'id', many.id")}).* from many, model
    join round t on (t.organisation_id, t.id) = (model.organisation_id, model.round_id)`);
  await sql.rows(`insert into summary
    select (${copied('summary', "'id', gen_random_uuid(), 'round_id', many.id")}).* from many, model
    join summary t on (t.organisation_id, t.round_id) = (model.organisation_id, model.round_id)`);
  await sql.rows("set session_replication_role = 'origin'");
  await sql.rows('analyze');
}

class Migration {
  kills = 0;

  constructor(postgres, sql, report) {
    Object.assign(this, { postgres, sql, report });
    this.service = new Service({ ...postgres.environment(), DIALOGSPEJL_DATA: temporaryFolder('new') });
  }

  /** Starts this release, and kills it when `then` has come. */
  async killed(when, then) {
    await this.service.start({ ready: false });
    await then();
    if (!this.service.running) this.report.fault(`it ended by itself before it was killed ${when}: ${this.service.said()}`);
    await this.service.kill();
    this.kills++;
  }

  /** Its session does what is like that. */
  at(statement) {
    const look = async () => {
      if (!this.service.running) throw new Error(`it ended: ${this.service.said()}`);
      return Number(await this.sql.value(`select count(*) ${MIGRATING} and state <> 'idle' and query ~* '${statement}'`)) > 0;
    };
    return until(`it is at ${statement}`, 180_000, look, 5);
  }
}

/** What people do at the previous release, and later at both: those who write are sent to one alone. */
async function begin(load, service) {
  const person = (name) => Person.signedIn(service.url, `${name}@fjordby.example`);
  const [birgitte, henrik] = [await person('birgitte'), await person('henrik')];
  const summary = `/rounds/${(await aRound(birgitte, henrik, 'DISCUSSING')).id}/summary`;
  const [mads, lene, naja] = [await person('mads'), await person('lene'), await person('naja')];
  const begun = await plan(mads, lene);
  let number = 0;
  load.keep(async () => {
    const { etag } = await load.ask('summary read', henrik, 'GET', summary);
    const body = summaryWith(`nr ${number++}.`);
    if (etag) await load.ask('summary written', birgitte, 'PUT', summary, { ifMatch: etag, body });
  }, 200);
  load.keep(() => load.ask('list read', naja, 'GET', '/rounds'), 100);
  load.keep(async () => {
    const { body, etag } = await load.ask('round begun', mads, 'POST', '/rounds', { key: randomUUID(), body: begun });
    if (etag) await load.ask('round given up', mads, 'POST', `/rounds/${body.id}/cancel`, { ifMatch: etag, body: {} });
  }, 500);
}

/** Killed as soon as it may migrate; then with a change set made and not noted; then in the longest, which is noted last. */
async function killInTheMiddle(migration, random) {
  const { sql } = migration;
  const noted = () => sql.value('select count(*) from databasechangelog');
  const before = await noted();
  await migration.killed('at the beginning', () => migration.at('databasechangelog'));
  const other = await Sql.at(migration.postgres);
  await other.rows('begin');
  await other.rows('lock table databasechangelog in share row exclusive mode'); // may be read, and not be written to
  await migration.killed('between a change set and its row', () => migration.at('insert into .*databasechangelog '));
  await other.rows('rollback');
  other.end();
  for (let kill = 0; kill < KILLS_IN_THE_LONGEST; kill++) {
    await migration.killed('in the longest change set', async () => {
      await migration.at('insert into learning');
      await pause(random() * 1_000);
    });
  }
  return before;
}

export async function drill(report) {
  const random = chance(SEED);
  report.figure('seed', SEED);
  const release = previousRelease();
  report.figure('previous release', release);
  const jar = built(release);
  const postgres = await database(jar);
  const sql = await Sql.at(postgres);
  await fill(sql);
  const old = await new Service({ ...postgres.environment(), DIALOGSPEJL_DATA: temporaryFolder('old') }, { jar }).start();
  const load = new Load();
  await begin(load, old);

  const migration = new Migration(postgres, sql, report);
  const before = await killInTheMiddle(migration, random);
  const untilKilled = load.slowest;
  load.slowest = 0;
  const started = Date.now();
  await migration.service.start();
  report.figure('killed in the middle', `${migration.kills} times`);
  report.figure('start to ready after that', `${Date.now() - started} ms`);

  await begin(load, migration.service);
  await pause(BOTH_MS);
  await load.stop();
  report.figure('requests', `${sum(load.asked)}: ${told(load.asked)}`);
  report.figure('refused with 503 and Retry-After', told(load.refused));
  report.figure('failed', told(load.failed));
  report.figure('slowest answer', `${untilKilled} ms until it was killed last, ${load.slowest} ms after that`);
  await judge(report, sql, load, before);
  sql.end();
}

async function judge(report, sql, load, before) {
  const [[noted, different]] = await sql.rows('select count(*), count(distinct (author, id, filename)) from databasechangelog');
  const [[concluded, learning]] = await sql.rows(`select (select count(*) from summary s join round r on r.organisation_id =
    s.organisation_id and r.id = s.round_id where s.concluded_at is not null), (select count(*) from learning)`);
  report.figure('change sets', `${noted}, of which ${noted - before} new, and one filled ${learning} rows`);
  report.expect('there were change sets to make', noted - before > 0);
  report.expect('no request failed', sum(load.failed) === 0);
  report.expect('each change set is noted once', noted === different);
  report.expect('each concluded round has the row that the longest change set makes', concluded === learning);
}
