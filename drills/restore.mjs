// Follows docs/operations.md, "Backup" and "Restore and replay", command for command. People write while a backup is there
// and the archive goes on; somebody is erased before the second that is restored to, and somebody after it; then the
// server and its files are gone. What was acknowledged before that second must be there and open, what was asked for after
// it must not, and both who were erased must be gone. Then the same from a dump and the newest copy of the keys.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER, Server, account, folderOfPostgres, installed, makeDatabase, run } from './support/debian.mjs';
import { wholeFeed } from './support/feed.mjs';
import { Writer } from './support/journal.mjs';
import { Person } from './support/person.mjs';
import { pause, temporaryFolder, until } from './support/processes.mjs';
import { Service } from './support/service.mjs';

export const title = 'Restored to the second from an archive, and from a dump; who was erased stays so';
export const minutes = 9;

const PORT = 18630;
const STANZA = 'dialogspejl';
const WRITERS = [
  ['anna', 'bo'],
  ['aase', 'signe'],
  ['birgitte', 'henrik'],
  ['naja', 'rasmus'],
];
const ERASED_BEFORE = ['kirsten', 'mads'];
const ERASED_AFTER = ['lene', 'mads'];
const UNDER_WAY_MS = 5_000;

const SHARED_BY_FJORDBY = `select id from summary where shared_at is not null and organisation_id =
  (select organisation_id from person where employee_number = '10412') order by id::text`;

const mail = (name) => `${name}@fjordby.example`;
const size = async (path) => `${((await run('/usr/bin/du', ['-sb', path])).split('\t')[0] / 2 ** 20).toFixed(1)} MiB`;

async function timed(report, what, work) {
  const begun = Date.now();
  const done = await work();
  report.figure(what, `${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return done;
}

/** pgBackRest with an encrypted store beside the server. */
class Archive {
  constructor(server) {
    this.store = folderOfPostgres('backups');
    const own = folderOfPostgres('pgbackrest');
    this.file = join(own, 'pgbackrest.conf');
    const lines = [
      '[global]',
      `repo1-path=${this.store}`,
      'repo1-cipher-type=aes-256-cbc',
      `repo1-cipher-pass=${randomBytes(36).toString('base64')}`,
      'repo1-retention-full=4',
      'start-fast=y',
      `lock-path=${own}`,
      `spool-path=${own}`,
      'log-level-file=off',
      `[${STANZA}]`,
      `pg1-path=${server.data}`,
      `pg1-port=${server.port}`,
      `pg1-socket-path=${server.folder}`,
      'pg1-user=postgres',
      '',
    ];
    writeFileSync(this.file, lines.join('\n'));
    chmodSync(this.file, 0o600);
    if (account.uid) chownSync(this.file, account.uid, account.gid);
  }

  /** Shorter than in operations.md, so that nobody has to wait for it here. */
  get settings() {
    const push = `pgbackrest --config=${this.file} --stanza=${STANZA} archive-push %p`;
    return ['archive_mode = on', `archive_command = '${push}'`, 'archive_timeout = 10'];
  }

  do(command, ...options) {
    return run('/usr/bin/pgbackrest', [`--config=${this.file}`, `--stanza=${STANZA}`, ...options, command]);
  }
}

/** They ask for it, and the administrator carries it out. Answers who it was. */
async function erase(service, name) {
  const person = await Person.signedIn(service.url, mail(name));
  const { id } = (await person.does('GET', '/me')).body;
  await person.does('PUT', '/me/erasure-request');
  const torben = await Person.signedIn(service.url, mail('torben'));
  await torben.does('POST', `/erasure-requests/${id}/carry-out`);
  return id;
}

async function writing(writers, ms) {
  for (const writer of writers) writer.start();
  await pause(ms);
  await Promise.all(writers.map((writer) => writer.stop()));
}

/** What is there when what came until `moment`, and nothing else, is. */
async function judge(report, when, service, writers, moment) {
  let texts = 0;
  let rounds = 0;
  for (const writer of writers) {
    writer.client.person = await Person.signedIn(service.url, mail(writer.login));
    const there = await writer.whatIsThere();
    const last = (time) => writer.of('text').filter((entry) => entry[time] <= moment).at(-1)?.number ?? 0;
    const [least, most] = [last('acknowledged'), last('asked')];
    const isOneOfThem = least <= there.text && there.text <= most;
    report.expect(`${when}: ${writer.login}'s text is ${least} to ${most}, not ${there.text}`, isOneOfThem);
    for (const { id, asked, acknowledged } of writer.of('round')) {
      if (acknowledged <= moment) report.expect(`${when}: round ${id}, acknowledged before, is there`, there.rounds.has(id));
      if (asked > moment) report.expect(`${when}: round ${id}, asked for after it, is not there`, !there.rounds.has(id));
    }
    const before = (what) => writer.of(what).filter(({ acknowledged }) => acknowledged <= moment).length;
    texts += before('text');
    rounds += before('round');
  }
  report.figure(`${when}: acknowledged before, and there`, `${texts} texts and ${rounds} rounds`);
  const after = writers.flatMap(({ acknowledged }) => acknowledged.filter(({ asked }) => asked > moment)).length;
  report.figure(`${when}: written after, and not there`, after);
  report.expect(`${when}: something was written before and after`, texts > 0 && rounds > 0 && after > 0);
}

const nameOf = async (server, id) => (await server.sql('dialogspejl', `select name from person where id = '${id}'`))[0][0];

/** Starts the service on what was restored, and sees who is in it. */
async function startAndReplay(report, when, server, environment, { again, gone, cursor }) {
  const names = await Promise.all(again.map((id) => nameOf(server, id)));
  report.expect(`${when}: who was erased after it is there before the start`, !names.includes('Anonym kollega'));
  const service = new Service({ ...environment, ...server.environment(), QUARKUS_LOG_LEVEL: 'INFO' });
  await timed(report, `${when}: from the start of the service until it was ready, replay included`, () => service.start());
  for (const id of [...again, ...gone]) {
    report.expect(`${when}: nobody knows ${id}`, (await nameOf(server, id)) === 'Anonym kollega');
    const [[keys]] = await server.sql('dialogspejl', `select count(*) from person_key where person_id = '${id}'`);
    report.expect(`${when}: there is no key of ${id}`, keys === '0');
  }
  for (const [name] of [ERASED_BEFORE, ERASED_AFTER]) {
    const signedIn = await Person.signedIn(service.url, mail(name)).catch(() => null);
    report.expect(`${when}: ${name} cannot sign in`, !signedIn);
  }
  const said = `${again.length} people who had been erased were in the database again`;
  report.expect(`${when}: the log says “${said}”`, readFileSync(service.log, 'utf8').includes(said));
  report.figure(`${when}: erased again at the start`, again.length);
  const hr = await Person.client(service.url, 'hr-fjordby');
  const { status } = await hr.ask('GET', `/summaries?cursor=${encodeURIComponent(cursor)}`);
  report.expect(`${when}: HR's place in the feed is refused (410), not ${status}`, status === 410);
  const read = (await wholeFeed(hr)).map(({ id }) => id).sort();
  const shared = (await server.sql('dialogspejl', SHARED_BY_FJORDBY)).map(([id]) => id);
  report.expect(`${when}: HR reads ${read.length} of ${shared.length} shared summaries`, shared.length > 0 && `${read}` === `${shared}`);
  report.figure(`${when}: summaries that HR reads anew, all that are shared`, read.length);
  return service;
}

export async function drill(report) {
  report.figure('PostgreSQL', installed());
  const server = new Server(folderOfPostgres('server'), PORT);
  const archive = new Archive(server);
  await server.make(archive.settings);
  await server.start();
  await makeDatabase((...asked) => server.sql(...asked));
  const environment = {
    DIALOGSPEJL_MASTER_KEY: randomBytes(32).toString('base64'),
    DIALOGSPEJL_ERASURE_LEDGER: join(temporaryFolder('ledger'), 'erasures.ndjson'),
    DIALOGSPEJL_DATA: temporaryFolder('service'),
    DIALOGSPEJL_DEMO: 'true',
  };
  const service = await new Service({ ...environment, ...server.environment() }).start();
  const writers = [];
  for (const [login, partner] of [...WRITERS, ERASED_BEFORE, ERASED_AFTER]) {
    const writer = await Writer.with(service.url, mail(login), mail(partner));
    writer.login = login;
    writers.push(writer);
  }
  const who = (name) => writers.find(({ login }) => login === name);
  const staying = writers.filter(({ login }) => WRITERS.some(([name]) => name === login));
  await writing([who(ERASED_BEFORE[0]), who(ERASED_AFTER[0])], 1_000);

  await archive.do('stanza-create');
  await archive.do('check');
  await timed(report, 'full backup', () => archive.do('backup', '--type=full'));
  report.figure('database, and its backup, compressed and encrypted', `${await size(server.data)}, ${await size(archive.store)}`);

  await writing(staying, UNDER_WAY_MS);
  const dump = await dumpOf(report, server);
  const erasedBefore = await erase(service, ERASED_BEFORE[0]);
  const { cursor } = (await (await Person.client(service.url, 'hr-fjordby')).does('GET', '/summaries?limit=1')).body;
  for (const writer of staying) writer.start();
  await pause(UNDER_WAY_MS);
  const target = Math.floor(Date.now() / 1000) * 1000;
  await pause(UNDER_WAY_MS);
  await Promise.all(staying.map((writer) => writer.stop()));
  const erasedAfter = await erase(service, ERASED_AFTER[0]);
  await comesSince(server);
  await dump.keys();

  const [[position]] = await server.sql('postgres', 'select pg_walfile_name(pg_current_wal_lsn())');
  await until(`${position} is in the archive`, 60_000, async () => {
    const [[latest]] = await server.sql('postgres', 'select last_archived_wal from pg_stat_archiver');
    return latest >= position;
  });
  await service.kill();
  await server.kill();
  rmSync(server.data, { recursive: true });
  folderOfPostgres('data', server.folder);

  const second = new Date(target).toISOString().replace('T', ' ').replace('.000Z', '+00');
  const to = ['--type=time', `--target=${second}`, '--target-action=promote'];
  await timed(report, 'files restored', () => archive.do('restore', ...to));
  await timed(report, 'changes recovered to the second', () => server.start());
  const about = { again: [erasedAfter], gone: [erasedBefore], cursor };
  const restored = await startAndReplay(report, 'to the second', server, environment, about);
  await judge(report, 'to the second', restored, staying, target);
  await restored.stop();
  await server.kill();

  const other = await restoreDump(report, dump);
  const both = { again: [erasedBefore, erasedAfter], gone: [], cursor };
  const again = await startAndReplay(report, 'from the dump', other, environment, both);
  await judge(report, 'from the dump', again, staying, dump.begun);
  await again.stop();
  await other.kill();
}

/** A dump without the keys, and `keys`, which takes their newest copy. */
async function dumpOf(report, server) {
  const folder = folderOfPostgres('dump');
  const where = ['-h', server.folder, '-p', server.port, '-U', 'postgres', '-d', 'dialogspejl'];
  const file = join(folder, 'dialogspejl.dump');
  const keysFile = join(folder, 'keys.sql');
  const begun = Date.now();
  const options = ['--format=custom', '--exclude-table-data=person_key', `--file=${file}`];
  await timed(report, 'dump without the keys', () => run('pg_dump', [...where, ...options]));
  report.figure('its size', await size(file));
  const keys = () => run('pg_dump', [...where, '--data-only', '--inserts', '--table=person_key', `--file=${keysFile}`]);
  return { begun, file, keysFile, keys };
}

/** Somebody whom the dump does not know, with a key that its newest copy has. */
async function comesSince(server) {
  const person = `insert into person (organisation_id, id, name, roles, active)
    select organisation_id, gen_random_uuid(), 'Ny Medarbejder', '{EMPLOYEE}', true from person where employee_number = '10412'`;
  const key = `insert into person_key select (jsonb_populate_record(k, jsonb_build_object('person_id', p.id))).*
    from person p join person_key k on k.organisation_id = p.organisation_id where p.name = 'Ny Medarbejder' limit 1`;
  await server.sql('dialogspejl', person);
  await server.sql('dialogspejl', key);
}

async function restoreDump(report, { file, keysFile }) {
  const server = await new Server(folderOfPostgres('other'), PORT + 1).make();
  await server.start();
  await makeDatabase((...asked) => server.sql(...asked));
  await server.sql('postgres', 'create role dialogspejl_app login');
  const where = ['-h', server.folder, '-p', server.port, '-U', 'postgres', '-d', 'dialogspejl'];
  await timed(report, 'dump restored', () => run('pg_restore', [...where, '--exit-on-error', file]));
  await run('psql', [...where, '-Xq', `--file=${keysFile}`]);
  const [[keys]] = await server.sql('dialogspejl', 'select count(*) from person_key');
  report.figure('keys restored, but for who has come since', keys);
  report.expect('there are keys again', keys > WRITERS.length);
  const [[owner]] = await server.sql('dialogspejl', "select tableowner from pg_tables where tablename = 'person_key'");
  report.expect(`the tables are ${OWNER.name}'s again`, owner === OWNER.name);
  return server;
}
