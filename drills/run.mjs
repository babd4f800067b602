// Runs the drills named, or all, and writes what was seen into drills/RESULTS.md. Real processes on loopback; each drill is
// bounded in time and ends by itself.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';
import { endAll } from './support/processes.mjs';

const RESULTS = new URL('RESULTS.md', import.meta.url);
const MINUTE = 60_000;

const all = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.replace('.mjs', ''));
const names = process.argv.slice(2).length ? process.argv.slice(2) : all;
for (const name of names) if (!all.includes(name)) throw new Error(`There are ${all.join(', ')}, and no ${name}`);

/** What a drill tells of: figures to be read, and faults, each of which fails it. */
class Report {
  figures = [];
  faults = [];

  /** @param what in words @param figure a number or a text with its unit */
  figure(what, figure) {
    this.figures.push([what, String(figure)]);
    console.log(`  ${what}: ${figure}`);
  }

  fault(what) {
    this.faults.push(what);
    console.error(`  FAULT: ${what}`);
  }

  /** A fault unless it holds. */
  expect(what, holds) {
    if (!holds) this.fault(`not so: ${what}`);
  }
}

async function perform(name) {
  const { title, minutes, drill } = await import(`./${name}.mjs`);
  console.log(`\n== ${name}: ${title}`);
  const report = new Report();
  const begun = Date.now();
  let late;
  try {
    const tooLong = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error(`It is not over after ${minutes} minutes`)), minutes * MINUTE);
    });
    await Promise.race([drill(report), tooLong]);
  } catch (problem) {
    report.fault(problem.stack);
  } finally {
    clearTimeout(late);
    await endAll();
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  return { name, title, seconds, ...report };
}

/** The section of a drill, which one that is run alone replaces. */
function section({ name, title, seconds, figures, faults }) {
  const rows = figures.map(([what, figure]) => `| ${what} | ${figure} |`);
  const verdict = faults.length ? `**Failed**: ${faults.map((fault) => fault.split('\n')[0]).join('; ')}` : 'Held.';
  const day = new Date().toISOString().slice(0, 10);
  return [`## ${name}`, '', `${title}. ${verdict} (${day}, ${seconds} s)`, '', '| what | figure |', '| --- | --- |', ...rows, ''].join('\n');
}

function write(results) {
  let old = '';
  try {
    old = readFileSync(RESULTS, 'utf8');
  } catch {
    // the first time
  }
  const sections = new Map(
    old
      .split(/^(?=## )/m)
      .slice(1)
      .map((text) => [/^## (.*)$/m.exec(text)[1], text]),
  );
  for (const result of results) sections.set(result.name, section(result));
  const java = execFileSync('java', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  const machine = `${cpus().length} processors (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${java}, Node ${process.version}`;
  const head = `# What the drills showed\n\nWritten by \`make drills\`; what each does is said at the head of its file.\n\nMachine: ${machine}.\n\n`;
  writeFileSync(RESULTS, head + [...sections.keys()].sort().map((name) => sections.get(name).trimEnd()).join('\n\n') + '\n');
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => endAll().then(() => process.exit(1)));

const results = [];
for (const name of names) results.push(await perform(name));
write(results);
const failed = results.filter(({ faults }) => faults.length);
console.log(failed.length ? `\nFailed: ${failed.map(({ name }) => name).join(', ')}` : `\n${results.length} drills held`);
process.exit(failed.length ? 1 : 0);
