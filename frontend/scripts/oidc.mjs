// Signs in through a real Keycloak: starts it and the product on free ports of loopback, trusts the one in the other by
// the very SQL of docs/operations.md, runs the tests, and ends everything again.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { tape } from '../e2e/oidc/tape.mjs';

const PATIENCE = 12 * 60_000;
const ADMIN = { user: 'admin', password: 'kun-til-denne-proeve' };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const keycloakHome = process.argv[2];
const home = mkdtempSync(join(tmpdir(), 'dialogspejl-oidc-'));
const running = [];
let ending = false;

function start(name, command, args, env) {
  const log = join(home, `${name}.log`);
  writeFileSync(log, '');
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (said) => writeFileSync(log, said, { flag: 'a' }));
  }
  child.on('exit', (code) => {
    if (ending) return;
    console.error(`${name} ended with ${code}:\n${readFileSync(log, 'utf8').slice(-4000)}`);
    void end(1);
  });
  running.push(child);
  return child;
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const child of running.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await over;
    clearTimeout(hard);
  }
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(address) {
  while (!ending) {
    try {
      if ((await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The statements that an operator is told to give, with this installation's own values. */
async function trust(issuer) {
  const data = join(home, 'data');
  const [, , , port] = readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n');
  const database = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    database: 'postgres',
    user: 'postgres',
    password: readFileSync(join(data, 'postgresql-password'), 'utf8'),
  });
  await database.connect();
  const found = await database.query("select id from organisation where name like 'Fjordby%'");
  const [, statements] = /```sql\n(begin;[\s\S]+?commit;)\n```/.exec(
    readFileSync(here('../../docs/operations.md'), 'utf8'),
  );
  const values = {
    '<organisation>': found.rows[0].id,
    'https://login.example.org/realms/example': issuer,
    'example.org': 'fjordby.example',
    'Example Municipality': 'Fjordby Kommune',
    INVITED: 'EMPLOYEE',
  };
  const filled = Object.entries(values).reduce(
    (sql, [from, to]) => sql.replaceAll(from, to),
    statements,
  );
  await database.query(filled);
  await database.end();
}

process.on('SIGINT', () => void end(130));
process.on('SIGTERM', () => void end(143));
setTimeout(() => {
  console.error('Not done in time.');
  void end(1);
}, PATIENCE).unref();

const [keycloak, front, product, management] = await Promise.all([1, 2, 3, 4].map(freePort));
const issuer = `http://localhost:${front}/realms/fjordby`;
const begun = Date.now();

// A copy, so that nothing of an earlier run is in it.
cpSync(keycloakHome, join(home, 'keycloak'), { recursive: true });
mkdirSync(join(home, 'keycloak/data/import'), { recursive: true });
writeFileSync(
  join(home, 'keycloak/data/import/fjordby-realm.json'),
  readFileSync(here('../e2e/oidc/realm.json'), 'utf8').replaceAll(
    'PRODUCT',
    `http://localhost:${product}`,
  ),
);
const options = {
  'http-host': '127.0.0.1',
  'http-port': keycloak,
  'http-management-port': management,
  hostname: `http://localhost:${front}`,
  cache: 'local',
};
start(
  'keycloak',
  'sh',
  [
    join(home, 'keycloak/bin/kc.sh'),
    'start-dev',
    '--import-realm',
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
  ],
  {
    KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN.user,
    KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
    JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m',
  },
);
start('product', here('../../backend/launch'), ['-XX:TieredStopAtLevel=1'], {
  PORT: String(product),
  DIALOGSPEJL_DATA: join(home, 'data'),
  DIALOGSPEJL_DEMO: 'true',
  DIALOGSPEJL_SECURE_COOKIES: 'false',
  DIALOGSPEJL_PRIVATE_PROVIDERS: 'true',
  QUARKUS_LOG_CONSOLE_JSON_ENABLED: 'false',
});
await tape(front, keycloak);
await answers(`http://localhost:${product}/q/health/ready`);
await trust(issuer);
await answers(`${issuer}/.well-known/openid-configuration`);
console.log(`Keycloak and the product are up after ${Math.round((Date.now() - begun) / 1000)} s.`);

const tests = spawn(
  here('../node_modules/.bin/playwright'),
  ['test', '--config', 'playwright.oidc.config.ts'],
  {
    cwd: here('..'),
    stdio: 'inherit',
    env: {
      ...process.env,
      DIALOGSPEJL_URL: `http://localhost:${product}`,
      KEYCLOAK_URL: `http://localhost:${front}`,
      KEYCLOAK_ADMIN: ADMIN.user,
      KEYCLOAK_PASSWORD: ADMIN.password,
      PRODUCT_LOG: join(home, 'product.log'),
    },
  },
);
running.push(tests);
tests.on('exit', (code) => void end(code ?? 1));
