import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { given, instances, PORTS } from './e2e/instances';

// Whoever is started from here has it too: the service, and those who play.
if (!given) process.env.DIALOGSPEJL_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'dialogspejl-e2e-'));

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Patience costs nothing where things hold, and machines are busy: how fast something is seen is for the delays alone to judge.
  timeout: 360_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['junit', { outputFile: 'reports/playwright.xml' }]],
  use: {
    baseURL: instances[0],
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    actionTimeout: 45_000,
    colorScheme: 'light',
    // What led to a failure, to look at afterwards (TRACE=1): recording it takes as much of the machine as the pages do.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // The browser's own parts, such as the fields for a day, in a language that is the same everywhere.
      env: { ...process.env, LANGUAGE: 'en_US' },
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'journeys', testMatch: /journeys\/.*\.e2e\.ts/ },
    { name: 'pages', testMatch: /pages\/.*\.e2e\.ts/ },
    // Measured when the pages are done with, so that they take none of its time.
    { name: 'delays', testMatch: /delays\/.*\.e2e\.ts/, dependencies: ['journeys', 'pages'] },
  ],
  ...(given
    ? {}
    : {
        webServer: {
          command: `node e2e/service/start.mjs ${PORTS.join(' ')}`,
          url: `http://localhost:${PORTS[1]}/q/health/ready`,
          timeout: 180_000,
          stdout: 'pipe' as const,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
        },
      }),
});
