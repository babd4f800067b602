// Two instances of the built product send webhooks to a receiver that fails and hangs while events come, and one of them is
// killed (kill -9) in the middle. In the end every event must have reached every webhook, under one id, and the log must
// say so.
import { createServer } from 'node:http';
import { nextPage, Person } from './support/person.mjs';
import { Postgres } from './support/postgres.mjs';
import { pause } from './support/processes.mjs';
import { Service } from './support/service.mjs';

export const title = 'Webhooks from two instances of which one is killed';
export const minutes = 9;

const WEBHOOKS = 6;
const CHANGES = 60;
const PATIENCE_MS = 6 * 60_000;

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

async function log(torben, webhook) {
  const rows = [];
  for (let path = `/webhooks/${webhook}/deliveries?limit=100`; path; ) {
    const page = await torben.does('GET', path);
    rows.push(...page.body);
    path = nextPage(page);
  }
  return rows;
}

export async function drill(report) {
  const postgres = await Postgres.installed();
  const environment = { ...postgres.environment(), DIALOGSPEJL_LOOPBACK_WEBHOOKS: 'true' };
  const stays = await new Service(environment).start();
  const killed = await new Service(environment).start();
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));

  const torben = await Person.signedIn(stays.url, 'torben@fjordby.example');
  const webhooks = [];
  for (let number = 1; number <= WEBHOOKS; number++) {
    const url = `http://localhost:${receiver.address().port}/${number}`;
    const events = ['summary.shared', 'summary.withdrawn'];
    const { body, etag } = await torben.does('POST', '/webhooks', { body: { name: `Nr. ${number}`, url, events } });
    await torben.does('POST', `/webhooks/${body.id}/secrets`, { ifMatch: etag });
    webhooks.push({ id: body.id, path: `/${number}` });
  }

  const anna = await Person.signedIn(stays.url, 'anna@fjordby.example');
  const rounds = (await anna.does('GET', '/rounds?limit=100')).body;
  const own = rounds.find(({ status, iAm }) => /CONCLUDED|FOLLOWED_UP/.test(status) && iAm === 'EVALUATEE');
  const summary = `/rounds/${own.id}/summary`;
  let { body, etag } = await anna.does('GET', summary);
  let shared = body.sharedWithHr;
  for (let change = 0; change < CHANGES; change++) {
    ({ etag } = await anna.does(shared ? 'DELETE' : 'PUT', `${summary}/sharing`, { ifMatch: etag }));
    shared = !shared;
    if (change === Math.floor(CHANGES / 2)) {
      await killed.kill();
      report.figure('one of two instances killed after', `${change + 1} of ${CHANGES} events`);
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
  receiver.close();
  receiver.closeAllConnections();
  judge(report, webhooks, logs);
}

function judge(report, webhooks, logs) {
  webhooks.forEach(({ path }, index) => {
    const logged = new Set(logs[index].map(({ eventId }) => eventId));
    const arrived = taken.get(path) ?? new Map();
    report.expect(`${path}: each event is in the log once`, logs[index].length === CHANGES && logged.size === CHANGES);
    report.expect(`${path}: all are delivered`, logs[index].every(({ status }) => status === 'DELIVERED'));
    report.expect(`${path}: each event has arrived`, arrived.size === CHANGES);
    for (const id of arrived.keys()) report.expect(`${path}: ${id} is in the log`, logged.has(id));
  });
  const twice = [...taken.values()].flatMap((ids) => [...ids.values()]).filter((times) => times > 1).length;
  const outcomes = {};
  for (const { outcome } of logs.flat().flatMap(({ attempts }) => attempts)) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  report.figure('events and webhooks', `${CHANGES} to ${WEBHOOKS}`);
  for (const [outcome, times] of Object.entries(outcomes)) report.figure(`attempts ${outcome}`, times);
  report.figure('taken more than once, under the same id', twice);
  report.expect('the killed instance was at something', outcomes.INTERRUPTED > 0);
}
