import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/** Sign-in through a real Keycloak, which `scripts/oidc.mjs` has started. */
export default defineConfig({
  outputDir: 'test-results',
  testDir: 'e2e/oidc',
  testMatch: /.*\.e2e\.ts/,
  // One Keycloak, which tests change.
  workers: 1,
  forbidOnly: !!process.env.CI,
  timeout: 90_000,
  ...(journeys.expect && { expect: journeys.expect }),
  reporter: [['list'], ['junit', { outputFile: 'reports/oidc.xml' }]],
  use: { ...journeys.use, baseURL: process.env.DIALOGSPEJL_URL ?? '' },
});
