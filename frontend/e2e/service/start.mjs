// Starts the product as built, once per port, on one PostgreSQL: the first instance's own, in a folder that is
// gone afterwards, the one of DIALOGSPEJL_E2E_DATA if need be. Ends all when it is ended.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseIn } from './database.mjs';

const launch = fileURLToPath(new URL('../../../backend/launch', import.meta.url));
const [firstPort, ...furtherPorts] = process.argv.slice(2);
const data = process.env.DIALOGSPEJL_E2E_DATA ?? mkdtempSync(join(tmpdir(), 'dialogspejl-e2e-'));
const running = [];
let ending = false;

const demo = {
  DIALOGSPEJL_DEMO: 'true',
  DIALOGSPEJL_SECURE_COOKIES: 'false',
  QUARKUS_LOG_CONSOLE_JSON_ENABLED: 'false',
  // People sign in some hundred times: what a password is to cost an attacker, two processors pay for here.
  DIALOGSPEJL_PASSWORD_MEMORY_KIB: '1024',
  DIALOGSPEJL_PASSWORD_PASSES: '1',
};

// Of both instances the same, as what one has issued the other must believe.
const DIALOGSPEJL_URL = `http://localhost:${firstPort}`;

function start(port, more) {
  const service = spawn(launch, ['-XX:TieredStopAtLevel=1'], {
    env: { ...process.env, ...demo, DIALOGSPEJL_URL, PORT: port, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  service.on('exit', (code) => {
    if (!ending) console.error(`The service at port ${port} ended with ${code}.`);
    void end(1);
  });
  running.push(service);
}

async function ready(port) {
  for (;;) {
    try {
      if ((await fetch(`http://localhost:${port}/q/health/ready`)).ok) return;
    } catch {
      // Not listening yet; whoever waits for this script has the patience that it takes.
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The instance that has the database ends last. */
async function end(code) {
  if (ending) return;
  ending = true;
  for (const service of running.reverse()) {
    if (service.exitCode !== null || service.signalCode !== null) continue;
    const over = new Promise((resolve) => service.once('exit', resolve));
    service.kill('SIGTERM');
    await over;
  }
  rmSync(data, { recursive: true, force: true });
  process.exit(code);
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

start(firstPort, { DIALOGSPEJL_DATA: data });
if (furtherPorts.length) await ready(firstPort);
// Somebody else may have answered at that port, which the first instance then could not have.
if (furtherPorts.length && !ending) {
  const { port: databasePort, password } = databaseIn(data);
  for (const port of furtherPorts) {
    start(port, {
      DATABASE_URL: `postgresql://127.0.0.1:${databasePort}/postgres`,
      DATABASE_USER: 'postgres',
      DATABASE_PASSWORD: password,
      DIALOGSPEJL_MASTER_KEY: readFileSync(join(data, 'master-key'), 'utf8'),
    });
  }
}
