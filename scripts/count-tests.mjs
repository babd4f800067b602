// Names the tests that failed and why, and adds up JUnit reports, given as files or as folders of them:
// "N passed, N failed, N skipped". A report that is missing or holds no test is a failure: nothing ran where
// something should have.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const totals = { tests: 0, failures: 0, errors: 0, skipped: 0 };
const missing = [];

function files(place) {
  try {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place)
      .filter((file) => /^TEST-.*\.xml$/.test(file))
      .map((file) => join(place, file));
  } catch {
    return [];
  }
}

/** The failed tests of a report, each with the first line of what it says. */
function failures(report) {
  return [...report.matchAll(/<testcase\s([^>]*[^/])>([\s\S]*?)<\/testcase>/g)].flatMap(([, test, result]) => {
    const failure = result.match(/<(?:failure|error)\b([^>]*)>/);
    if (!failure) return [];
    const of = (attributes, name) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '';
    return [`${of(test, 'classname')}: ${of(test, 'name')}: ${of(failure[1], 'message').split(/&#10;|\n/)[0]}`];
  });
}

for (const place of process.argv.slice(2)) {
  let found = 0;
  for (const file of files(place)) {
    const report = readFileSync(file, 'utf8');
    for (const failure of failures(report)) console.log(`Failed: ${failure}`);
    for (const [suite] of report.matchAll(/<testsuite\s[^>]*>/g)) {
      const numbers = Object.keys(totals).map((key) => [key, Number(suite.match(new RegExp(`\\s${key}="(\\d+)"`))?.[1] ?? 0)]);
      for (const [key, number] of numbers) totals[key] += number;
      found += Object.fromEntries(numbers).tests;
    }
  }
  if (found === 0) missing.push(place);
}
for (const place of missing) console.log(`No tests ran for ${place}`);
const failed = totals.failures + totals.errors;
console.log(`${totals.tests - failed - totals.skipped} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(missing.length === 0 && failed === 0 ? 0 : 1);
