import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The database that an instance has in this folder. */
export function databaseIn(data) {
  const [, , , port] = readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n');
  return { port, password: readFileSync(join(data, 'postgresql-password'), 'utf8') };
}
