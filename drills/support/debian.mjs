/** PostgreSQL as Debian has it, with what the embedded one lacks: replication, base backups, dumps (`scripts/postgresql`). */
import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { end, isRunning, launch, temporaryFolder, until } from './processes.mjs';

const VERSIONS = '/usr/lib/postgresql';

/** The owner of the database, who is no superuser: what operations.md asks for, and no more. */
export const OWNER = { name: 'dialogspejl', password: 'ejer-af-basen-2026' };

/** PostgreSQL does not run as root; whoever else runs the drill runs it too. */
export let account = {};

/** Where its programs are. */
export let bin;

export function installed() {
  execFileSync(fileURLToPath(new URL('../../scripts/postgresql', import.meta.url)), { stdio: 'inherit' });
  const [newest] = readdirSync(VERSIONS).sort((one, other) => other - one);
  bin = join(VERSIONS, newest, 'bin');
  if (process.getuid() === 0) {
    const id = (which) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
    account = { uid: id('-u'), gid: id('-g') };
  }
  return newest;
}

/** A folder that belongs to whom PostgreSQL runs as. */
export function folderOfPostgres(name, below) {
  const folder = below ? join(below, name) : temporaryFolder(name);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (account.uid) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Runs a program of PostgreSQL's, or another by its path, to its end, and answers what it says. Throws if it fails. */
export async function run(program, args, { env = {} } = {}) {
  const path = program.includes('/') ? program : join(bin, program);
  const options = { ...account, cwd: '/', env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(path, args, options);
  return stdout.trim();
}

/** Rows of a query by a superuser, through the socket in `folder`, each with its columns between bars. */
export async function sql(folder, port, database, statement) {
  const args = ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-p', port, '-U', 'postgres', '-d', database, '-c', statement];
  const rows = await run('psql', args);
  return rows === '' ? [] : rows.split('\n').map((row) => row.split('|'));
}

/** Makes the owner and their empty database, through the query function of a server. */
export async function makeDatabase(ask) {
  await ask('postgres', `create role ${OWNER.name} login createrole password '${OWNER.password}'`);
  await ask('postgres', `create database dialogspejl owner ${OWNER.name}`);
}

/** One server alone, with its files, its socket and its log in a folder of its own. */
export class Server {
  #process;

  /** @param folder from `folderOfPostgres` */
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.data = join(folder, 'data');
    this.log = join(folder, 'postgresql.log');
  }

  /** @param settings lines for its `postgresql.conf` */
  async make(settings = []) {
    await run('initdb', ['-D', this.data, '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-k']);
    const lines = [`port = ${this.port}`, "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${this.folder}'`];
    appendFileSync(join(this.data, 'postgresql.conf'), [...lines, ...settings, ''].join('\n'));
    const hba = ['local all all trust', 'host all all 127.0.0.1/32 scram-sha-256', ''];
    writeFileSync(join(this.data, 'pg_hba.conf'), hba.join('\n'));
    return this;
  }

  /** Answers when it is there to be written to, what it has to recover included. */
  async start() {
    this.#process = launch(join(bin, 'postgres'), ['-D', this.data], { log: this.log, ...account });
    await until('PostgreSQL can be written to', 120_000, async () => {
      if (!isRunning(this.#process)) throw new Error(`PostgreSQL ended:\n${readFileSync(this.log, 'utf8').slice(-2_000)}`);
      const [recovering] = await this.sql('postgres', 'select pg_is_in_recovery()').catch(() => []);
      return recovering?.[0] === 'f';
    });
    return this;
  }

  sql(database, statement) {
    return sql(this.folder, this.port, database, statement);
  }

  kill() {
    return end(this.#process, 'SIGKILL');
  }

  /** What a service needs to work on it. */
  environment() {
    const { name: DATABASE_USER, password: DATABASE_PASSWORD } = OWNER;
    return { DATABASE_URL: `postgresql://127.0.0.1:${this.port}/dialogspejl`, DATABASE_USER, DATABASE_PASSWORD };
  }
}
