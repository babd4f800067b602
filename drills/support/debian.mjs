/** PostgreSQL as Debian has it, with what the embedded one lacks: replication, base backups, dumps (`scripts/postgresql`). */
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './processes.mjs';

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

/** Makes the owner and their empty database. */
export async function makeDatabase(folder, port, name = 'dialogspejl') {
  await sql(folder, port, 'postgres', `create role ${OWNER.name} login createrole password '${OWNER.password}'`);
  await sql(folder, port, 'postgres', `create database ${name} owner ${OWNER.name}`);
}
