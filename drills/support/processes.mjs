/** Processes and folders that are gone when the drill is over, however it ends. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set();
const folders = new Set();
const afterwards = [];

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `dialogspejl-${name}-`));
  folders.add(folder);
  return folder;
}

/** Has it done when the drill is over and its processes have ended, before its folders go. */
export function whenOver(undone) {
  afterwards.push(undone);
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Started, as another user if one is given, with what it says in the file `log`; without one it is dropped. */
export function launch(command, args, { env = {}, log, uid, gid } = {}) {
  const child = spawn(command, args, { uid, gid, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = log && createWriteStream(log, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) {
    if (output) stream.pipe(output, { end: false });
    else stream.resume();
  }
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', (problem) => console.error(`${command}: ${problem.message}`));
  return child;
}

export const isRunning = (child) => child.exitCode === null && child.signalCode === null;

/** Ends it, and answers when it has ended; with SIGKILL at the latest after `patience`. */
export async function end(child, signal = 'SIGTERM', patience = 60_000) {
  if (!isRunning(child)) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  await over;
  clearTimeout(late);
}

/** The last that was started ends first: services before their database. */
export async function endAll() {
  for (const child of [...running].reverse()) await end(child, 'SIGTERM', 30_000);
  for (const undone of afterwards.splice(0).reverse()) undone();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Asks again until the answer is truthy. Throws what is `awaited` when that has taken longer than `ms`. */
export async function until(awaited, ms, look, every = 100) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`After ${ms / 1000} s still not so: ${awaited}`);
    await pause(every);
  }
}
