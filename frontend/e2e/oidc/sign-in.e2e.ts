import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Administration, PASSWORD, REALM, signInAtKeycloak } from './keycloak';

const screen = (page: Page, name: string) =>
  page.screenshot({ path: `screens/oidc/${name}.png`, fullPage: true });

/** From our sign-in page to Keycloak's. */
async function setOut(page: Page, email: string, from = '/') {
  await page.goto(from);
  await page.getByRole('button', { name: 'Log ind gennem din organisation' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await page.waitForURL(/\/realms\/fjordby\//);
}

test('Anna signs in with her password, as ever', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('E-mail').fill('anna@fjordby.example');
  await page.locator('input[name=password]').fill(PASSWORD);
  await screen(page, '1-ours');
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('link', { name: /Anna Holm/ })).toBeVisible();
});

test('Anna signs in through Keycloak, and is where she was going', async ({ page }) => {
  const addresses: string[] = [];
  page.on('request', (sent) => addresses.push(sent.url()));
  await page.goto('/me');
  await page.getByRole('button', { name: 'Log ind gennem din organisation' }).click();
  await page.getByLabel('E-mail').fill('anna@fjordby.example');
  await screen(page, '2-through-organisation');
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await page.waitForURL(/\/realms\/fjordby\//);
  await screen(page, '3-keycloak');
  await signInAtKeycloak(page, 'anna');
  await expect(page.getByRole('heading', { name: 'Anna Holm' })).toBeVisible();
  await screen(page, '4-signed-in');
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/me');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  // Neither the address nor the code was in any that our service was asked for.
  const ours = addresses.filter((address) => !address.startsWith(new URL(REALM).origin));
  expect(ours.filter((address) => /@|%40|[?&]code=/.test(address))).toEqual([]);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Anna Holm' })).toBeVisible();
  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Et spejl til dine dialoger' }),
  ).toBeVisible();
});

test('somebody new at the organisation becomes an employee, once', async ({ browser }) => {
  for (const time of ['first', 'second']) {
    const context = await browser.newContext({ locale: 'da-DK' });
    const page = await context.newPage();
    await setOut(page, 'mette@fjordby.example', '/me');
    await signInAtKeycloak(page, 'mette');
    await expect(page.getByRole('heading', { name: 'Mette Dahl' }), time).toBeVisible();
    await context.close();
  }
});

test('somebody whose address is not verified does not come in as its owner', async ({ page }) => {
  await setOut(page, 'bo@fjordby.example');
  await signInAtKeycloak(page, 'uvis');
  await expect(page.getByRole('alert')).toContainText('Du er ikke oprettet her endnu');
  await screen(page, '5-not-invited');
});

test('a disabled account gets no further than Keycloak', async ({ page }) => {
  const administration = await Administration.open();
  await administration.enable('ole', false);
  await setOut(page, 'ole@fjordby.example');
  await signInAtKeycloak(page, 'ole');
  await expect(
    page.locator('#kc-page-title, .kc-feedback-text, [class*=alert]').first(),
  ).toBeVisible();
  await screen(page, '6-disabled-at-keycloak');
  expect(page.url()).toContain(REALM);
  await administration.enable('ole', true);
});

test('an account that is disabled on the way back does not come in', async ({ page }) => {
  const administration = await Administration.open();
  await page.route('**/api/v1/session/code', async (route) => {
    await administration.enable('ole', false);
    await route.continue();
  });
  await setOut(page, 'ole@fjordby.example');
  await signInAtKeycloak(page, 'ole');
  await expect(page.getByRole('alert')).toContainText('Du kunne ikke logges ind');
  await screen(page, '7-refused');
  await administration.enable('ole', true);
});

test('an answer to a question that was not asked here is thrown away', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.goto('/signed-in#code=fremmed&state=fremmed');
  await expect(page.getByRole('alert')).toContainText('Du kunne ikke logges ind');
  expect(new URL(page.url()).hash).toBe('');
  expect(sent.filter((address) => address.includes('/session/code'))).toEqual([]);
});

test('an address of no such organisation is told so, without leaving', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Log ind gennem din organisation' }).click();
  await page.getByLabel('E-mail').fill('nogen@ukendt.example');
  await page.getByRole('button', { name: 'Gå videre' }).click();
  await expect(page.getByRole('alert')).toContainText('Den vej kan du ikke logge ind');
});

test('the log of the service knows nobody', () => {
  const log = readFileSync(process.env.PRODUCT_LOG ?? '', 'utf8');
  expect(log).toContain('Provider');
  expect(log).not.toMatch(/(mette|ole|uvis)@fjordby|Mette Dahl|eyJ[A-Za-z0-9_-]{10}/);
});
