import { expect, test } from '@playwright/test';
import { keepsTheApp, sitsDown } from '../people/browser';
import { keptOn } from '../people/device';
import { aRound, reflectionOn } from '../people/round';
import { isSaved, sheet } from '../people/steps';

const BEFORE = 'Da borgeren kom ind, så jeg';
const AFTER = ' ikke op før skærmen var klar. Øjenkontakten kom først bagefter.';

test('a sentence begun with a network and ended without one reaches the service', async ({
  browser,
}) => {
  const round = await aRound({ evaluatee: 'kasper', partner: 'sanne', until: 'REFLECTING' });
  const address = `/rounds/${round.id}/dialogues/${round.dialogueId}`;
  let page = await sitsDown(browser, 'kasper', { at: address });
  const context = page.context();
  await keepsTheApp(page);

  await test.step('the network goes in the middle of the sentence', async () => {
    await sheet(page).pressSequentially(BEFORE);
    await isSaved(page);
    await context.setOffline(true);
    await sheet(page).pressSequentially(AFTER);
    await expect(page.locator('[data-save-state=offline]')).toBeVisible();
    await expect(page.getByText('Ingen forbindelse lige nu')).toBeVisible();
  });
  await test.step('what is kept on the device cannot be read there', async () => {
    const kept = await keptOn(page);
    expect(kept.names.some((name) => name.startsWith('draft:'))).toBe(true);
    expect(kept.all).not.toContain('Øjenkontakten');
    expect(kept.all).not.toContain('så jeg');
  });
  await test.step('the tab is closed, and opened again without a network', async () => {
    await page.close();
    page = await context.newPage();
    await page.goto(address);
    await expect(sheet(page)).toHaveValue(BEFORE + AFTER);
    await expect(page.locator('[data-save-state=offline]')).toBeVisible();
    expect((await reflectionOn(round, 'welcome')).text).toBe(BEFORE);
  });
  await test.step('the network is back', async () => {
    await context.setOffline(false);
    await expect
      .poll(async () => (await reflectionOn(round, 'welcome')).text, { timeout: 45_000 })
      .toBe(BEFORE + AFTER);
    await expect(page.locator('[data-save-state=saved]')).toBeVisible();
    await expect
      .poll(async () => (await keptOn(page)).names.filter((name) => name.startsWith('draft:')))
      .toEqual([]);
    expect((await keptOn(page)).all).not.toContain('Øjenkontakten');
  });
  await test.step('at sign-out nothing is left', async () => {
    await page.goto('/me');
    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await expect(page.locator('input[name=email]')).toBeVisible();
    // Signing out loads the app anew, which may be in the midst of one look.
    await expect(async () => expect((await keptOn(page)).names).toEqual([])).toPass();
  });
});
