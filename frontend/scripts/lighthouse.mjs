// Measures the product as built, with Lighthouse's own mobile device and network: signing in, and home once
// signed in. Each page three times, in a browser that has never been here; the median counts.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { generateReport } from 'lighthouse';

const LEAST = { performance: 90, accessibility: 100, 'best-practices': 100 };
const ROUNDS = 3;
const WARMING_UP = 2;
const PORT = '8433';
const root = process.env.DIALOGSPEJL_URL ?? `http://localhost:${PORT}`;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Signed in without having opened the app, so that nothing of it is on the device yet. */
async function signIn(context) {
  const answer = await context.request.post(`${root}/api/v1/session`, {
    data: { email: 'anna@fjordby.example', password: 'spejl-demo-2026' },
  });
  const { access_token } = await answer.json();
  const { sub } = JSON.parse(Buffer.from(access_token.split('.')[1], 'base64url').toString());
  const page = await context.newPage();
  await page.goto(`${root}/favicon.svg`);
  await page.evaluate((id) => localStorage.setItem('dialogspejl-signed-in', id), sub);
  await page.close();
}

async function measure(signedIn) {
  const profile = mkdtempSync(join(tmpdir(), 'dialogspejl-lighthouse-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    if (signedIn) await signIn(context);
    const { lhr } = await lighthouse(root, {
      port,
      logLevel: 'error',
      onlyCategories: Object.keys(LEAST),
      disableStorageReset: true,
      // Home listens for what is new as long as it is open, so its network never rests.
      maxWaitForLoad: 15_000,
    });
    return lhr;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
const metric = (lhr, audit) => lhr.audits[audit].displayValue;

async function page(name, signedIn) {
  // A service that has just started is still warming up, and takes the machine's time to do it.
  for (let round = 0; round < WARMING_UP; round++) await measure(signedIn);
  const measured = [];
  for (let round = 0; round < ROUNDS; round++) measured.push(await measure(signedIn));
  measured.sort((a, b) => score(a, 'performance') - score(b, 'performance'));
  const median = measured[Math.floor(ROUNDS / 2)];
  mkdirSync('reports', { recursive: true });
  writeFileSync(`reports/lighthouse-${name}.html`, generateReport(median, 'html'));
  const found = {
    page: name,
    ...Object.fromEntries(
      Object.keys(LEAST).map((category) => [category, score(median, category)]),
    ),
    performances: measured.map((lhr) => score(lhr, 'performance')),
    firstContentfulPaint: metric(median, 'first-contentful-paint'),
    largestContentfulPaint: metric(median, 'largest-contentful-paint'),
    totalBlockingTime: metric(median, 'total-blocking-time'),
    cumulativeLayoutShift: metric(median, 'cumulative-layout-shift'),
    faults: Object.entries(LEAST)
      .filter(([category]) => category !== 'performance')
      .flatMap(([category]) => median.categories[category].auditRefs)
      .map(({ id }) => median.audits[id])
      .filter(({ score: passed }) => passed !== null && passed < 1)
      .map(({ title }) => title),
  };
  console.log(JSON.stringify(found, null, 2));
  return found;
}

async function answers() {
  for (let second = 0; second < 120; second++) {
    try {
      if ((await fetch(`${root}/q/health/ready`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`no service at ${root}`);
}

const service =
  process.env.DIALOGSPEJL_URL === undefined &&
  spawn(process.execPath, ['e2e/service/start.mjs', PORT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
try {
  await answers();
  const pages = [await page('sign-in', false), await page('home', true)];
  writeFileSync('reports/lighthouse.json', `${JSON.stringify(pages, null, 2)}\n`);
  const short = pages.flatMap((found) =>
    Object.entries(LEAST)
      .filter(([category, least]) => found[category] < least)
      .map(([category, least]) => `${found.page}: ${category} ${found[category]}, wanted ${least}`),
  );
  if (short.length) {
    console.error(short.join('\n'));
    process.exitCode = 1;
  }
} finally {
  if (service) {
    service.kill('SIGTERM');
    await new Promise((resolve) => service.once('exit', resolve));
  }
}
