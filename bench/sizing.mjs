// Works out from the processor time of each request in RESULTS.md how many people how much carries, and writes it there as
// its last section: node bench/sizing.mjs [file]. What is assumed of people is below, and only there.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PEOPLE = [100, 1_000, 10_000, 100_000];

/** Of all people, how many are at work in the busiest hour. */
const ACTIVE = 0.1;

/** What one of them asks for in that hour, by the works that are measured: small reads stand for all reads. */
const IN_AN_HOUR = { 'sign in': 1, 'list 20 rounds': 60, 'read one round': 300, 'save a reflection': 120 };

/** How much of the processors is used then: the rest is for bursts within the hour, and for what is not measured. */
const USED = 0.5;

const HEADING = '\n## Sizing\n';
const file = process.argv[2] ?? fileURLToPath(new URL('RESULTS.md', import.meta.url));
const [before, own = ''] = readFileSync(file, 'utf8').split(HEADING);
const after = own.indexOf('\n## ');
const results = (before + (after < 0 ? '' : own.slice(after))).trimEnd();

/** Microseconds of processor for each request of a work: of the service, and of PostgreSQL for it. */
function processorTimes() {
  const cells = results
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const head = cells.find((row) => row.includes('work') && row.includes('processor'));
  if (!head) throw new Error(`${file} has no table with a column "processor"`);
  const [work, processor] = [head.indexOf('work'), head.indexOf('processor')];
  return Object.fromEntries(
    Object.keys(IN_AN_HOUR).map((name) => {
      const row = cells.find((each) => each[work] === name && each[processor]);
      const [, service, database] = row?.[processor].match(/^(\d+) \+ (\d+)$/) ?? [];
      if (!database) throw new Error(`${file} has no processor time for "${name}"`);
      return [name, { service: Number(service), database: Number(database) }];
    }),
  );
}

const times = processorTimes();
const asked = Object.values(IN_AN_HOUR).reduce((sum, often) => sum + often, 0);

/** Processors that one active person takes of a side, all in all. */
const each = (side) =>
  Object.entries(IN_AN_HOUR).reduce((sum, [name, often]) => sum + often * times[name][side], 0) / 1e6 / 3600 / USED;
const number = (value) => value.toLocaleString('en-GB', { maximumSignificantDigits: 2 });
const perProcessor = number(1 / (each('service') + each('database')) / ACTIVE);
const use = Object.entries(IN_AN_HOUR)
  .map(([name, often]) => `${name} ${often}`)
  .join(', ');
const rows = PEOPLE.map((people) => {
  const active = people * ACTIVE;
  return `| ${[
    people.toLocaleString('en-GB'),
    active.toLocaleString('en-GB'),
    number((active * asked) / 3600),
    number(active * each('service')),
    number(active * each('database')),
  ].join(' | ')} |`;
});

writeFileSync(
  file,
  `${results}
${HEADING}
Worked out by \`node bench/sizing.mjs\` from the processor times above, not measured: what it assumes and what it leaves out is in
[docs/scaling.md](../docs/scaling.md#how-much-for-how-many). In the busiest hour ${ACTIVE * 100} of 100 people are at work, and each
asks ${asked} times (${use}). Processors are those of the machine above, ${USED * 100} % used: one carries
**${perProcessor} people**, PostgreSQL included.

| people | at work at once | requests a second | processors for the service | for PostgreSQL |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
);
console.log(`Written to ${file}: one processor carries ${perProcessor} people`);
