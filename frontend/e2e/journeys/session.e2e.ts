import { expect, type Page, test } from '@playwright/test';
import { signIn, sitsDown } from '../people/browser';
import { keptOn } from '../people/device';
import { aRound, reflectionOn } from '../people/round';
import { isSaved, sheet } from '../people/steps';

/** As after a long pause: the token is over, and so is the session behind it. */
async function sessionEnds(page: Page) {
  await page.context().clearCookies();
  let refused = false;
  await page.route('**/api/v1/dialogues/**', async (route) => {
    if (refused) return route.fallback();
    refused = true;
    return route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:dialogspejl:problem:not-signed-in',
        title: 'Log ind',
        status: 401,
        detail: 'Log ind',
      }),
    });
  });
}

test('a session that ends in the middle of writing costs nothing', async ({ browser }) => {
  const round = await aRound({ evaluatee: 'naja', partner: 'rasmus', until: 'REFLECTING' });
  const page = await sitsDown(browser, 'naja', {
    at: `/rounds/${round.id}/dialogues/${round.dialogueId}`,
  });
  await sheet(page).fill('Jeg begyndte godt.');
  await isSaved(page);

  await sessionEnds(page);
  await sheet(page).press('End');
  await sheet(page).pressSequentially(' Så blev jeg logget ud.');
  const dialog = page.getByRole('dialog', { name: 'Log ind igen' });
  await expect(dialog).toBeVisible();
  expect((await reflectionOn(round, 'welcome')).text).toBe('Jeg begyndte godt.');
  await signIn(page, 'naja');

  await expect(dialog).toBeHidden();
  await expect(sheet(page)).toHaveValue('Jeg begyndte godt. Så blev jeg logget ud.');
  await expect
    .poll(async () => (await reflectionOn(round, 'welcome')).text)
    .toBe('Jeg begyndte godt. Så blev jeg logget ud.');
});

test('somebody else who signs in instead gets nothing of it, and it waits for its author', async ({
  browser,
}) => {
  const round = await aRound({ evaluatee: 'henrik', partner: 'kirsten', until: 'REFLECTING' });
  const address = `/rounds/${round.id}/dialogues/${round.dialogueId}`;
  const page = await sitsDown(browser, 'henrik', { at: address });
  await expect(sheet(page)).toBeVisible();
  await sessionEnds(page);
  await sheet(page).fill('Kun mine egne ord.');
  await expect(page.getByRole('dialog', { name: 'Log ind igen' })).toBeVisible();

  await signIn(page, 'kirsten');
  await expect(page.getByRole('link', { name: 'Din side: Kirsten Kjærgaard' })).toBeVisible();
  await expect(page.getByText('Kun mine egne ord.')).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByText('Kun mine egne ord.')).toHaveCount(0);
  expect((await keptOn(page)).all).not.toContain('Kun mine egne ord.');
  expect((await reflectionOn(round, 'welcome')).text).toBe('');

  await page.context().clearCookies();
  await page.goto(address);
  await signIn(page, 'henrik');
  await expect(sheet(page)).toHaveValue('Kun mine egne ord.');
  await expect
    .poll(async () => (await reflectionOn(round, 'welcome')).text)
    .toBe('Kun mine egne ord.');
});
