// Mixed load for 20 minutes: rounds, lists and pages of the HR feed are read, reflections and summaries saved, and people
// follow rounds live. First a closed loop finds the most that the machine does once Java has compiled; half of that comes then
// in open loop, at its own times, whether or not what came before is answered. Nothing may grow: the heap after a collection;
// the memory outside it (the heap is fixed, so the process must stay as large as it is); at rest, threads, open files,
// connections. Nor may latency: it is taken beside a control, a statement that takes PostgreSQL some processor time and reads
// nothing, asked in the same seconds, so that what else runs on the machine is in both. Compared are medians of the first and
// the last third.
//
// MINUTES=… makes it shorter; a leak shows the later the smaller it is.
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Follower } from './support/follower.mjs';
import { grows, percentile, thirds } from './support/growth.mjs';
import { sum, told } from './support/load.mjs';
import { Mix } from './support/mix.mjs';
import { Postgres } from './support/postgres.mjs';
import { pause, temporaryFolder } from './support/processes.mjs';
import { Service } from './support/service.mjs';
import { Sql, trustAtOnce } from './support/sql.mjs';

const MINUTES = Number(process.env.MINUTES ?? 20);

export const title = `${MINUTES} minutes of mixed load at half the maximum`;
export const minutes = MINUTES + 15;

/** All there is from the start, so that memory tells of what is outside it. */
const JVM = ['-Xms256m', '-Xmx256m', '-XX:+AlwaysPreTouch'];

const AT_ONCE = 16;

/** Java compiles for minutes, and keeps what it has compiled: until then the maximum is none, and memory grows. */
const WARM_UP_MS = 240_000;
const SETTLES_MS = 30_000;
const MAXIMUM_MS = 30_000;
const WINDOWS = 12;
const COLLECTIONS = 3;
const CONTROL_EVERY_MS = 200;

/** Some milliseconds, as a request takes. */
const CONTROL = 'select sum(number) from generate_series(1, 30000) number';

/** More waiting than that, and it is not half of the maximum any more. */
const MOST_WAITING = 1_000;

const MIB = 2 ** 20;

/** What may be more in the last third and is no growth: see `grows`. */
const MEMORY_ALLOWED = { share: 0.05, besides: 2 * MIB };
const LATENCY_ALLOWED = { share: 0.25 };

/** Until the threads and connections that a moment needed have gone again: an idle thread does after 30 seconds. */
const REST_MS = 45_000;

/** How many more there may be at rest than there were before. */
const MORE_ALLOWED = { threads: 4, 'open files': 10, 'connections to PostgreSQL': 2 };

/** Asks in a closed loop, `AT_ONCE` at a time, and answers how many a second were answered. */
async function closedLoop(mix, ms) {
  const end = Date.now() + ms;
  let answered = 0;
  const asking = async () => {
    for (; Date.now() < end; answered++) await mix.askOne();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  return answered / (ms / 1000);
}

/** What comes once in so many milliseconds until told to end, with its latencies from when it was due. */
class OpenLoop {
  tooMany = false;
  #waiting = new Set();
  #latencies = [];
  #over = false;
  #running;

  constructor(everyMs, doing) {
    this.#running = this.#run(everyMs, doing);
  }

  async #run(everyMs, doing) {
    for (let due = performance.now(); !this.#over; due += everyMs) {
      const early = due - performance.now();
      if (early > 0) await pause(early);
      if (this.#waiting.size >= MOST_WAITING) {
        this.tooMany = true;
        await Promise.race(this.#waiting);
      }
      const asked = this.#ask(due, doing).finally(() => this.#waiting.delete(asked));
      this.#waiting.add(asked);
    }
    await Promise.all(this.#waiting);
  }

  async #ask(due, doing) {
    await doing();
    this.#latencies.push(performance.now() - due);
  }

  /** In milliseconds, those since it was asked last. */
  taken() {
    return this.#latencies.splice(0);
  }

  async end() {
    this.#over = true;
    await this.#running;
  }
}

/** Bytes in use after a collection that is made for it: the least of several, as requests are under way meanwhile. */
async function heapInUse(service) {
  const commands = join(temporaryFolder('jcmd'), 'commands');
  writeFileSync(commands, 'GC.run\nGC.heap_info\n'.repeat(COLLECTIONS));
  const { stdout } = await promisify(execFile)('jcmd', [String(service.pid), '-f', commands]);
  return 1024 * Math.min(...[...stdout.matchAll(/heap .* used (\d+)K/g)].map(([, kibibytes]) => Number(kibibytes)));
}

/** What there is of what is given back at rest, when nobody has asked for a while. */
async function atRest(service, sql) {
  await pause(REST_MS);
  return {
    threads: Number(/Threads:\s+(\d+)/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))[1]),
    'open files': readdirSync(`/proc/${service.pid}/fd`).length,
    'connections to PostgreSQL': Number(await sql.value("select count(*) from pg_stat_activity where usename = 'dialogspejl_app'")),
  };
}

export async function drill(report) {
  const postgres = await Postgres.installed();
  await trustAtOnce(postgres);
  const sql = await Sql.at(postgres);
  const service = await new Service(postgres.environment(), { jvm: JVM }).start();
  const mix = await Mix.begin(service.url);
  const followers = mix.pairs.flatMap(({ people, roundId }) => people.map((person) => new Follower(service.url, person, roundId).start()));

  await closedLoop(mix, WARM_UP_MS);
  const maximum = await closedLoop(mix, MAXIMUM_MS);
  report.figure('maximum in a closed loop', `${maximum.toFixed(0)} requests a second, ${AT_ONCE} at a time`);
  const before = await atRest(service, sql);
  const load = new OpenLoop(2_000 / maximum, () => mix.askOne());
  const control = new OpenLoop(CONTROL_EVERY_MS, () => sql.rows(CONTROL));
  await pause(SETTLES_MS);
  load.taken();
  control.taken();
  const asked = sum(mix.load.asked);

  const windows = [];
  for (let window = 0; window < WINDOWS; window++) {
    await pause((MINUTES * 60_000) / WINDOWS);
    const [latencies, controls] = [load.taken(), control.taken()];
    windows.push({ latencies, controls, heap: await heapInUse(service), memory: service.memory() });
  }
  await load.end();
  await control.end();
  mix.end();
  const after = await atRest(service, sql);
  for (const follower of followers) await follower.stop();
  sql.end();
  report.figure('requests', `${sum(mix.load.asked) - asked} in ${MINUTES} minutes, of all: ${told(mix.load.asked)}`);
  report.expect(`no request failed (${told(mix.load.failed)}) or was refused`, sum(mix.load.failed) + sum(mix.load.refused) === 0);
  report.expect(`never more than ${MOST_WAITING} waited`, !load.tooMany);
  judge(report, windows);
  for (const [what, more] of Object.entries(MORE_ALLOWED)) {
    report.figure(`${what} at rest, before and after`, `${before[what]}, ${after[what]}`);
    report.expect(`no growth: ${what}`, after[what] <= before[what] + more);
  }
}

function judge(report, windows) {
  const inMebibytes = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  for (const [which, what] of [['heap', 'heap after a collection'], ['memory', 'memory of the process']]) {
    const bytes = windows.map((window) => window[which]);
    const { first, last } = thirds(bytes);
    report.figure(`${what}, first and last third`, `${inMebibytes(first)}, ${inMebibytes(last)}`);
    report.expect(`no growth: ${what}`, !grows(bytes, MEMORY_ALLOWED));
  }
  for (const share of [0.5, 0.95]) {
    const name = share === 0.5 ? 'median' : '95th percentile';
    const of = (which) => windows.map((window) => percentile(window[which], share));
    const [own, control] = [of('latencies'), of('controls')];
    const { first, last } = thirds(own);
    const beside = own.map((latency, window) => latency / control[window]);
    const ratios = thirds(beside);
    report.figure(`latency, ${name}, first and last third`, `${first.toFixed(1)} ms, ${last.toFixed(1)} ms`);
    report.figure(`the same beside the control, ${name}`, `${ratios.first.toFixed(2)}, ${ratios.last.toFixed(2)}`);
    report.expect(`no growth of latency, ${name}`, !grows(beside, LATENCY_ALLOWED));
  }
}
