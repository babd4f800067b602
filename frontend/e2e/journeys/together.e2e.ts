import { expect, test } from '@playwright/test';
import { instances } from '../instances';
import { sitsDown } from '../people/browser';
import { aRound, day, summaryOf } from '../people/round';
import { isSaved } from '../people/steps';

test('two who write in the same field at once choose what shall stand there', async ({
  browser,
}) => {
  const round = await aRound({ evaluatee: 'louise', partner: 'bente', until: 'DISCUSSING' });
  const at = `/rounds/${round.id}/talk`;
  // At two instances of the service, as two people are who reach it through a balancer.
  const louise = await sitsDown(browser, 'louise', { at });
  const bente = await sitsDown(browser, 'bente', { at, root: instances[1] });
  const worked = 'Det fungerede godt';

  await test.step('they see each other', async () => {
    await expect(louise.getByText('Bente er her')).toBeVisible();
    await expect(bente.getByText('Louise er her')).toBeVisible();
    await bente.getByLabel(worked).focus();
    await expect(louise.getByText('Bente skriver her')).toBeVisible();
  });
  await test.step('in different fields nothing collides', async () => {
    await Promise.all([
      louise.getByLabel('Fokuspunkt 1').fill('Vente med skærmen'),
      bente.getByLabel('Fokuspunkt 2').fill('Åbne spørgsmål'),
    ]);
    await expect(louise.getByLabel('Fokuspunkt 2')).toHaveValue('Åbne spørgsmål');
    await expect(bente.getByLabel('Fokuspunkt 1')).toHaveValue('Vente med skærmen');
  });
  await test.step('in the same field each keeps what they wrote', async () => {
    // Louise's connection is slow to notice: what Bente writes meanwhile is not yet on her page.
    await louise.context().setOffline(true);
    await louise.getByLabel(worked).fill('At Louise så op.');
    await bente.getByLabel(worked).fill('At Bente ventede.');
    await isSaved(bente);
    await louise.context().setOffline(false);
    const panel = louise.getByRole('group', { name: 'I har begge rettet her' });
    await expect(panel).toBeVisible({ timeout: 45_000 });
    await expect(panel).toContainText('At Louise så op.');
    await expect(panel).toContainText('Bente skrev');
    await expect(panel).toContainText('At Bente ventede.');
    expect((await summaryOf(round)).workedWell).toBe('At Bente ventede.');
    await panel.getByRole('button', { name: 'Behold begge' }).click();
    await isSaved(louise);
  });
  await test.step('both read the same', async () => {
    await expect
      .poll(async () => (await summaryOf(round)).workedWell)
      .toContain('At Louise så op.');
    const { workedWell, focusPoints } = await summaryOf(round);
    expect(workedWell).toContain('At Bente ventede.');
    expect(focusPoints).toEqual(['Vente med skærmen', 'Åbne spørgsmål']);
    await expect(bente.getByLabel(worked)).toHaveValue(workedWell);
    await expect(louise.getByLabel(worked)).toHaveValue(workedWell);
  });
  await test.step('an edit after an approval withdraws it', async () => {
    for (const [label, text] of [
      ['Læring til det videre arbejde', 'Vi siger det på teammødet.'],
      ['Sådan følger I op', 'En kop kaffe'],
    ] as const) {
      await louise.getByLabel(label).fill(text);
    }
    await louise.getByLabel('Dagen for opfølgningen').fill(day(0));
    await isSaved(louise);
    await louise.getByRole('button', { name: 'Godkend opsummeringen' }).click();
    await expect(bente.getByText(/^Louise godkendte/)).toBeVisible();
    await bente.getByLabel(worked).press('End');
    await bente.getByLabel(worked).pressSequentially(' Og roen.');
    await expect(louise.getByText('Bente har rettet i teksten.')).toBeVisible();
    await expect(louise.getByText('Du har ikke godkendt endnu')).toBeVisible();
  });
  await test.step('who leaves is seen to leave', async () => {
    await bente.context().close();
    await expect(louise.getByText('Bente er her')).toBeHidden({ timeout: 60_000 });
  });
});
