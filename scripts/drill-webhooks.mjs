// Two instances of the built product send webhooks to a receiver that fails and hangs while events come, and one of them is
// killed (kill -9) in the middle. In the end every event must have reached every webhook, under one id, and the log must
// say so.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PORTS = [8441, 8442];
const WEBHOOKS = 6;
const CHANGES = Number(process.argv[2] ?? 60);
const PATIENCE_MS = 6 * 60_000;

const data = mkdtempSync(join(tmpdir(), 'dialogspejl-drill-'));
const running = [];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function start(port, more) {
  const service = spawn('java', ['-XX:TieredStopAtLevel=1', '-jar', 'backend/target/quarkus-app/quarkus-run.jar'], {
    env: {
      ...process.env,
      DIALOGSPEJL_DEMO: 'true',
      DIALOGSPEJL_SECURE_COOKIES: 'false',
      DIALOGSPEJL_LOOPBACK_WEBHOOKS: 'true',
      QUARKUS_LOG_LEVEL: 'WARN',
      PORT: String(port),
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.push(service);
  return service;
}

async function ready(port) {
  for (let second = 0; second < 120; second++) {
    try {
      if ((await fetch(`http://localhost:${port}/q/health/ready`)).ok) return;
    } catch {
      // not listening yet
    }
    await pause(1000);
  }
  throw new Error(`Nothing answers at port ${port}`);
}

// --- The receiver ---

/** By webhook: how often each id was taken (answered with a 2xx). */
const taken = new Map();
let asked = 0;
let mended = false;

const receiver = createServer((request, response) => {
  request.resume();
  const chance = asked++ % 20;
  if (chance === 7 && !mended) return; // hangs
  setTimeout(() => {
    if (chance % 5 === 0 && !mended) return response.writeHead(503).end();
    const ids = taken.get(request.url) ?? taken.set(request.url, new Map()).get(request.url);
    const id = request.headers['webhook-id'];
    ids.set(id, (ids.get(id) ?? 0) + 1);
    response.writeHead(204).end();
  }, 150);
});

// --- Who asks ---

async function signedIn(email) {
  const root = `http://localhost:${PORTS[0]}/api/v1`;
  const answer = await fetch(`${root}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'spejl-demo-2026' }),
  });
  const { access_token: token } = await answer.json();
  return async (method, path, { ifMatch, body } = {}) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    if (ifMatch) headers['If-Match'] = ifMatch;
    const sent = await fetch(root + path, { method, headers, body: body && JSON.stringify(body) });
    if (!sent.ok) throw new Error(`${method} ${path}: ${sent.status} ${await sent.text()}`);
    return { etag: sent.headers.get('ETag'), link: sent.headers.get('Link'), body: await sent.json() };
  };
}

async function log(ask, webhook) {
  const rows = [];
  let path = `/webhooks/${webhook}/deliveries?limit=100`;
  while (path) {
    const page = await ask('GET', path);
    rows.push(...page.body);
    path = /<(?:\/api\/v1)?([^>]*)>; rel="next"/.exec(page.link ?? '')?.[1];
  }
  return rows;
}

async function drill() {
  start(PORTS[0], { DIALOGSPEJL_DATA: data });
  await ready(PORTS[0]);
  const databasePort = readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n')[3];
  const killed = start(PORTS[1], {
    DATABASE_URL: `postgresql://127.0.0.1:${databasePort}/postgres`,
    DATABASE_USER: 'postgres',
    DATABASE_PASSWORD: readFileSync(join(data, 'postgresql-password'), 'utf8'),
    DIALOGSPEJL_MASTER_KEY: readFileSync(join(data, 'master-key'), 'utf8'),
  });
  await ready(PORTS[1]);
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));

  const torben = await signedIn('torben@fjordby.example');
  const webhooks = [];
  for (let number = 1; number <= WEBHOOKS; number++) {
    const url = `http://localhost:${receiver.address().port}/${number}`;
    const events = ['summary.shared', 'summary.withdrawn'];
    const { body, etag } = await torben('POST', '/webhooks', { body: { name: `Nr. ${number}`, url, events } });
    await torben('POST', `/webhooks/${body.id}/secrets`, { ifMatch: etag });
    webhooks.push({ id: body.id, path: `/${number}` });
  }

  const anna = await signedIn('anna@fjordby.example');
  const rounds = (await anna('GET', '/rounds?limit=100')).body;
  const own = rounds.find(({ status, iAm }) => /CONCLUDED|FOLLOWED_UP/.test(status) && iAm === 'EVALUATEE');
  const summary = `/rounds/${own.id}/summary`;
  let { body, etag } = await anna('GET', summary);
  let shared = body.sharedWithHr;
  for (let change = 0; change < CHANGES; change++) {
    ({ etag } = await anna(shared ? 'DELETE' : 'PUT', `${summary}/sharing`, { ifMatch: etag }));
    shared = !shared;
    if (change === Math.floor(CHANGES / 2)) {
      killed.kill('SIGKILL');
      console.log(`Killed one of two instances after ${change + 1} of ${CHANGES} events`);
    }
    await pause(100);
  }

  mended = true;
  const end = Date.now() + PATIENCE_MS;
  let logs;
  do {
    await pause(2000);
    logs = await Promise.all(webhooks.map(({ id }) => log(torben, id)));
  } while (logs.flat().some(({ status }) => status !== 'DELIVERED') && Date.now() < end);
  return report(webhooks, logs);
}

function report(webhooks, logs) {
  const faults = [];
  webhooks.forEach(({ path }, index) => {
    const logged = new Set(logs[index].map(({ eventId }) => eventId));
    const arrived = taken.get(path) ?? new Map();
    if (logs[index].length !== CHANGES || logged.size !== CHANGES) faults.push(`${path}: ${logged.size} events in the log`);
    if (logs[index].some(({ status }) => status !== 'DELIVERED')) faults.push(`${path}: not all delivered`);
    if (arrived.size !== CHANGES) faults.push(`${path}: ${arrived.size} events arrived`);
    for (const id of arrived.keys()) if (!logged.has(id)) faults.push(`${path}: ${id} is in no log`);
  });
  const twice = [...taken.values()].flatMap((ids) => [...ids.values()]).filter((times) => times > 1).length;
  const outcomes = {};
  for (const { outcome } of logs.flat().flatMap(({ attempts }) => attempts)) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  console.log(`${CHANGES} events to ${WEBHOOKS} webhooks; attempts by outcome:`, outcomes);
  console.log(`${twice} deliveries were taken more than once, under the same id`);
  if (!outcomes.INTERRUPTED) faults.push('The killed instance was at nothing: run it again');
  return faults;
}

let faults = ['It did not come to an end'];
try {
  faults = await drill();
} finally {
  receiver.close();
  receiver.closeAllConnections();
  for (const service of running.reverse()) {
    if (service.exitCode !== null || service.signalCode !== null) continue;
    const over = new Promise((resolve) => service.once('exit', resolve));
    service.kill('SIGTERM');
    await over;
  }
  rmSync(data, { recursive: true, force: true });
}
console.log(faults.length ? faults.join('\n') : 'Each event has arrived.');
process.exit(faults.length ? 1 : 0);
