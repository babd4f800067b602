// The previous release serves while this one migrates its database, which has so many rows that it takes a while. The
// migrating process is killed (kill -9) in the middle again and again: as soon as it has its turn, between a change set and
// the row that says so, while it makes an index concurrently, and at random in the longest change set. Then it must come up
// without anybody's help, with each change set made once and no index half made. The previous release must answer all the
// while, beside the new one too, and again when it is restarted on what the new one has made of the database; while a table is
// altered its requests may wait, or be refused with 503 and Retry-After, but none may fail. What it writes beside the new one
// must be enough for the new one.
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

/** Pairs who conclude rounds with the previous release while the new one is there. */
const CONCLUDING = [
  ['anna', 'bo'],
  ['aase', 'kirsten'],
];

const mail = (name) => `${name}@fjordby.example`;

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
  await sql.rows(`create temp table many as select gen_random_uuid() as id from generate_series(1, ${ROUNDS})`);
  const copy = (table, key, changed) => `insert into ${table} select copied.* from model
    join ${table} t on (t.organisation_id, t.${key}) = (model.organisation_id, model.round_id)
    cross join many, lateral jsonb_populate_record(t, jsonb_build_object(${changed})) copied`;
  await sql.rows(copy('round', 'id', "'id', many.id"));
  await sql.rows(copy('summary', 'round_id', "'id', gen_random_uuid(), 'round_id', many.id"));
  await sql.rows("set session_replication_role = 'origin'");
  await sql.rows('analyze');
}

/** An instance on that database, which may send webhooks to this machine. */
function instance(postgres, name, options) {
  const own = { DIALOGSPEJL_DATA: temporaryFolder(name), DIALOGSPEJL_LOOPBACK_WEBHOOKS: 'true' };
  return new Service({ ...postgres.environment(), ...own }, options);
}

class Migration {
  kills = 0;

  constructor(postgres, sql, report) {
    Object.assign(this, { postgres, sql, report });
    this.service = instance(postgres, 'new');
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
  const person = (name) => Person.signedIn(service.url, mail(name));
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
  const torben = await person('torben');
  const webhook = `/webhooks/${await aWebhook(torben)}`;
  load.keep(async () => {
    const { body } = await load.ask('webhook tried', torben, 'POST', `${webhook}/test`);
    if (body?.id) await load.ask('webhook tried again', torben, 'POST', `${webhook}/deliveries/${body.id}/replay`);
  }, 500);
}

/** One that nobody answers, so that everything waits in its queue. */
async function aWebhook(administrator) {
  const url = `http://localhost:${await freePort()}/`;
  const described = { name: 'Ingen hjemme', url, events: ['summary.shared'] };
  const { body, etag } = await administrator.does('POST', '/webhooks', { key: randomUUID(), body: described });
  await administrator.does('POST', `/webhooks/${body.id}/secrets`, { ifMatch: etag });
  return body.id;
}

/** How many indexes cannot be used. */
const halfMade = async (sql) => Number(await sql.value('select count(*) from pg_index where not indisvalid'));

/**
 * Killed as soon as it may migrate; then with a change set made and not noted; then while it makes an index; then in the
 * longest change set.
 */
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
  await other.rows('begin');
  await other.rows('lock table dialogue in row exclusive mode'); // as who writes to it, whose end an index waits for
  await migration.killed('while it makes an index', () => migration.at('create index concurrently dialogue'));
  await until('its session is gone', 60_000, async () => (await sql.value(`select count(*) ${MIGRATING}`)) === '0');
  await other.rows('rollback');
  other.end();
  migration.report.expect('an index is left half made', (await halfMade(sql)) > 0);
  for (let kill = 0; kill < KILLS_IN_THE_LONGEST; kill++) {
    await migration.killed('in the longest change set', async () => {
      await migration.at('in_each_organisation.*insert into learning');
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
  const old = await instance(postgres, 'old', { jar }).start();
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
  await Promise.all([conclude(old), pause(BOTH_MS)]);
  await load.stop();
  await startAgain(report, old);
  report.figure('requests', `${sum(load.asked)}: ${told(load.asked)}`);
  report.figure('refused with 503 and Retry-After', told(load.refused));
  report.figure('failed', told(load.failed));
  report.figure('slowest answer', `${untilKilled} ms until it was killed last, ${load.slowest} ms after that`);
  await judge(report, sql, load, before);
  sql.end();
}

async function conclude(old) {
  for (const pair of CONCLUDING) {
    const [mine, other] = await Promise.all(pair.map((name) => Person.signedIn(old.url, mail(name))));
    await aRound(mine, other, 'CONCLUDED');
  }
}

/** As where a machine goes down in the middle of a release, or the new one is taken back. */
async function startAgain(report, old) {
  await old.stop();
  const begun = Date.now();
  await old.start();
  report.figure('previous release, started again on the new database: to ready', `${Date.now() - begun} ms`);
  const [name] = CONCLUDING[0];
  await (await Person.signedIn(old.url, mail(name))).does('GET', '/rounds');
}

async function judge(report, sql, load, before) {
  const [[noted, different]] = await sql.rows('select count(*), count(distinct (author, id, filename)) from databasechangelog');
  const [[concluded, learning]] = await sql.rows(`select (select count(*) from summary s join round r on r.organisation_id =
    s.organisation_id and r.id = s.round_id where s.concluded_at is not null), (select count(*) from learning)`);
  report.figure('change sets', `${noted}, of which ${noted - before} new, and one filled ${learning} rows`);
  report.expect('there were change sets to make', noted - before > 0);
  report.expect('no index is left half made', (await halfMade(sql)) === 0);
  report.expect('no request failed', sum(load.failed) === 0);
  report.expect('each change set is noted once', noted === different);
  report.expect('each concluded round has the row that the longest change set makes for those before', concluded === learning);
}
