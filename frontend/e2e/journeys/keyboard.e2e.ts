import { expect, test } from '@playwright/test';
import { atADevice, sitsDown } from '../people/browser';
import { enters, focus, presses, tabsTo, tabsToTheSheet, types } from '../people/keyboard';
import { PASSWORD, Person, people, type Schemas } from '../people/person';
import { aRound, day } from '../people/round';
import { isSaved } from '../people/steps';

test('from signing in to the talk with the keyboard alone', async ({ browser }) => {
  const page = await atADevice(browser);
  const { keyboard } = page;
  await page.goto('/');
  await expect(page.locator('input[name=email]')).toBeVisible();

  await test.step('signing in', async () => {
    await keyboard.press('Tab');
    expect((await focus(page)).name).toBe('Gå til indholdet');
    await tabsTo(page, 'E-mail');
    await keyboard.type(people.birgitte.email);
    await tabsTo(page, 'Adgangskode');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Mine forløb' })).toBeVisible();
  });
  await test.step('starting a round', async () => {
    await tabsTo(page, 'Begynd et forløb');
    await keyboard.press('Enter');
    await expect(
      page.getByRole('radio', { name: 'Borgerservice ansigt til ansigt' }),
    ).toBeVisible();
    const guides = page.getByRole('radiogroup').first().getByRole('radio');
    await tabsTo(page, /^(?!Mine forløb|Begynd).*(ansigt|apotek|telefon|skrift|Skrift|Telefon)/);
    await keyboard.press('Space');
    for (let at = 0; at < (await guides.count()); at++) {
      if (await page.getByRole('radio', { name: 'Borgerservice ansigt til ansigt' }).isChecked())
        break;
      await keyboard.press('ArrowDown');
    }
    await expect(
      page.getByRole('radio', { name: 'Borgerservice ansigt til ansigt' }),
    ).toBeChecked();
    await tabsTo(page, 'Uden video');
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Med video' })).toBeChecked();
    await keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: 'Uden video' })).toBeChecked();
    await tabsTo(page, 'Find en kollega');
    await keyboard.type('Åse Lind');
    await expect(page.getByRole('button', { name: /Åse Lindberg/ })).toBeVisible();
    await tabsTo(page, 'Åse Lindberg');
    await keyboard.press('Enter');
    await tabsTo(page, 'Begynd og invitér Åse');
    await keyboard.press('Enter');
    await page.waitForURL(/\/rounds\/(?!new)[0-9a-f-]+/);
  });
  const roundId = /\/rounds\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';

  const partner = await Person.signIn('aase');
  await test.step('the agreement', async () => {
    await partner.step(roundId, 'accept');
    await page.goto(`/rounds/${roundId}/agreement`);
    await expect(page.getByRole('heading', { level: 1, name: 'Aftalen' })).toBeVisible();
    await tabsTo(page, 'Jeg har gået guiden igennem');
    await keyboard.press('Space');
    for (const [field, days] of [
      ['Første dag', -7],
      ['Sidste dag', 14],
    ] as const) {
      await tabsTo(page, field);
      const [year = '', month = '', date = ''] = day(days).split('-');
      // In the order of the browser's own language, see playwright.config.ts.
      await keyboard.type(month + date + year);
      await expect(page.getByLabel(field)).toHaveValue(day(days));
    }
    await tabsTo(page, 'Antal dialoger');
    await keyboard.type('1');
    for (const [field, words] of [
      ['Hvordan foregår selvevalueringen?', 'Stikord lige efter samtalen.'],
      ['Hvornår er der tid til den?', 'Torsdag eftermiddag'],
      ['Hvor foregår den?', 'Det lille mødelokale'],
      ['Hvordan vil I arbejde sammen?', 'Vi spørger før vi giver råd.'],
    ] as const) {
      await tabsTo(page, field);
      await keyboard.type(words);
    }
    await isSaved(page);
    const path = `/rounds/${roundId}/agreement`;
    const agreed = await partner.get<Schemas['AgreementView']>(path);
    const {
      partner: { id: partnerId } = {},
      periodFrom,
      periodUntil,
      numberOfDialogues,
      mode,
    } = agreed;
    const { method, time, setting, cooperation } = agreed;
    await partner.change('PUT', path, agreed.version, {
      partnerId,
      iKnowTheGuide: true,
      periodFrom,
      periodUntil,
      numberOfDialogues,
      mode,
      method,
      time,
      setting,
      cooperation,
    });
    await tabsTo(page, 'Bekræft aftalen');
    await keyboard.press('Enter');
    await expect(page.getByText('Du har bekræftet aftalen')).toBeVisible();
    await partner.step(roundId, 'confirm');
    await expect(page.getByRole('button', { name: 'Sæt forløbet i gang' })).toBeVisible();
    await tabsTo(page, 'Sæt forløbet i gang');
    await keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/rounds/${roundId}$`));
  });
  await test.step('a dialogue', async () => {
    await tabsTo(page, 'Dialoger');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Hvad handlede den om?')).toBeVisible();
    await tabsTo(page, 'Hvad handlede den om?');
    await keyboard.type('Pas til barn');
    await tabsTo(page, 'Skranke');
    await keyboard.press('Space');
    await tabsTo(page, 'Notér dialogen');
    await keyboard.press('Enter');
    await expect(page.getByText('»Pas til barn« er noteret.')).toBeVisible();
    await tabsTo(page, 'Pas til barn');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Pas til barn' })).toBeVisible();
  });
  await test.step('a reflection, topic by topic', async () => {
    await tabsTo(page, /Hvordan (modtager|tager) jeg|åbner/);
    await tabsToTheSheet(page);
    await keyboard.type('Jeg rejste mig halvt op.');
    await keyboard.press('Alt+PageDown');
    await expect.poll(async () => (await focus(page)).where).toContain('textarea');
    await keyboard.type('Jeg spurgte åbent og ventede.');
    await isSaved(page);
  });
  await test.step('sharing', async () => {
    await tabsTo(page, 'Velkomst');
    await keyboard.press('Space');
    await tabsTo(page, 'Del med Åse');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Tag det hele tilbage' })).toBeVisible();
    const shared = await partner.get<Schemas['SharedDialogue'][]>(`/rounds/${roundId}/dialogues`);
    expect(shared[0]?.sharedTopics).toEqual(['welcome']);
  });
  await test.step('opening the talk', async () => {
    await enters(page, 'Dialoger');
    await enters(page, 'Jeg er færdig med dialogerne');
    await expect(page.getByRole('button', { name: 'Åbn samtalen' })).toBeVisible();
    await enters(page, 'Åbn samtalen');
    await expect(page.getByRole('link', { name: 'Gå til samtalen' })).toBeVisible();
    await enters(page, 'Gå til samtalen');
    await expect(page.getByRole('heading', { level: 1, name: 'Samtalen' })).toBeVisible();
  });
});

test('from the partner’s preparation to the next round with the keyboard alone', async ({
  browser,
}) => {
  const { id } = await aRound({ evaluatee: 'ida', partner: 'anders', until: 'DISCUSSING' });
  const evaluatee = await sitsDown(browser, 'ida', { at: `/rounds/${id}/talk` });
  const partner = await sitsDown(browser, 'anders', { at: `/rounds/${id}/preparation` });

  await test.step('the partner’s notes, question and feedback', async () => {
    await expect(partner.getByRole('heading', { level: 1, name: 'Forberedelse' })).toBeVisible();
    await types(partner, 'Dine noter om', 'Spørg til begyndelsen.');
    await enters(partner, 'Skriv et spørgsmål');
    await expect.poll(async () => (await focus(partner)).where).toContain('<textarea');
    await partner.keyboard.type('Hvad lagde du mærke til da borgeren kom?');
    await presses(partner, 'Ida må læse spørgsmålene');
    await types(partner, 'Din feedback om', 'Du gav god tid.');
    await presses(partner, 'Ida må læse din feedback');
    await isSaved(partner);
  });
  await test.step('the summary, which the two write together', async () => {
    await evaluatee.reload();
    await expect(evaluatee.getByText('Hvad lagde du mærke til da borgeren kom?')).toBeVisible();
    await expect(evaluatee.getByText('Du gav god tid.')).toBeVisible();
    await types(evaluatee, 'Det fungerede godt', 'Den rolige begyndelse.');
    await types(evaluatee, 'Fokuspunkt 1', 'Vente med skærmen');
    await types(evaluatee, 'Fokuspunkt 2', 'Åbne spørgsmål');
    await isSaved(evaluatee);
    await partner.reload();
    await enters(partner, 'Samtale');
    await expect(partner.getByLabel('Fokuspunkt 2')).toHaveValue('Åbne spørgsmål');
    await types(partner, 'Læring til det videre arbejde', 'Vi siger det på teammødet.');
    await types(partner, 'Sådan følger I op', 'En kop kaffe');
    const [year = '', month = '', date = ''] = day(0).split('-');
    await types(partner, 'Dagen for opfølgningen', month + date + year);
    await isSaved(partner);
    await expect(evaluatee.getByLabel('Dagen for opfølgningen')).toHaveValue(day(0));
    await enters(evaluatee, 'Godkend opsummeringen');
    await expect(evaluatee.getByText(/Du godkendte/)).toBeVisible();
    await expect(partner.getByText(/Ida godkendte/).first()).toBeVisible();
    await enters(partner, 'Godkend opsummeringen');
    await partner.waitForURL(/\/follow-up$/);
    await evaluatee.waitForURL(/\/follow-up$/);
  });
  await test.step('a learning for the team, and taking it back', async () => {
    await types(evaluatee, 'Din læring i én sætning', 'En rolig begyndelse giver ro til resten.');
    await enters(evaluatee, 'Del med teamet');
    await expect(evaluatee.getByText(/Ingen kan læse den endnu/)).toBeVisible();
    await enters(evaluatee, 'Tag den tilbage');
    await enters(evaluatee, 'Fortryd');
    await expect(evaluatee.getByText('En rolig begyndelse giver ro til resten.')).toBeVisible();
  });
  await test.step('sharing with HR and taking it back', async () => {
    await enters(evaluatee, 'Se hvad HR får');
    await enters(evaluatee, 'Del med HR');
    await expect(evaluatee.getByText('HR kan læse opsummeringen.')).toBeVisible();
    await enters(evaluatee, 'Tag den tilbage fra HR');
    await expect(evaluatee.getByText('HR kan ikke læse opsummeringen.')).toBeVisible();
  });
  await test.step('the follow-up and the next round', async () => {
    for (const outcome of ['Holdt ved', 'I gang']) {
      await evaluatee.keyboard.press('Tab');
      await tabsTo(evaluatee, 'Holdt ved');
      await evaluatee.keyboard.press('Space');
      if (outcome === 'I gang') await evaluatee.keyboard.press('ArrowDown');
    }
    await isSaved(evaluatee);
    await enters(evaluatee, 'Luk forløbet');
    await expect(evaluatee.getByText('Forløbet er lukket.')).toBeVisible();
    await enters(evaluatee, 'Begynd næste forløb');
    await evaluatee.waitForURL(/\/agreement$/);
  });
});
