// Adds up the JUnit reports of a folder: "N passed, N failed, N skipped".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const totals = { tests: 0, failures: 0, errors: 0, skipped: 0 };
let files = [];
try {
  files = readdirSync(folder).filter((file) => /^TEST-.*\.xml$/.test(file));
} catch {
  // No folder: nothing ran, and that is a failure below.
}
for (const file of files) {
  const suite = readFileSync(join(folder, file), 'utf8').match(/<testsuite [^>]*>/)[0];
  for (const key of Object.keys(totals)) {
    totals[key] += Number(suite.match(new RegExp(` ${key}="(\\d+)"`))?.[1] ?? 0);
  }
}
const failed = totals.failures + totals.errors;
console.log(`${totals.tests - failed - totals.skipped} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(totals.tests > 0 && failed === 0 ? 0 : 1);
