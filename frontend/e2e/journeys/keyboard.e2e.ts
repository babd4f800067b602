import { expect, type Page, test } from '@playwright/test';
import { atADevice } from '../people/browser';
import { PASSWORD, Person, people, type Schemas } from '../people/person';
import { day } from '../people/round';
import { isSaved } from '../people/steps';

test.setTimeout(180_000);

/** Where the focus is: what it is called, and whether one sees that it is there. */
async function focus(page: Page) {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return { name: '', visible: true, where: 'body' };
    const by = element.getAttribute('aria-labelledby');
    const label =
      element.getAttribute('aria-label') ??
      (by
        ? by
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent)
            .join(' ')
        : undefined) ??
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((one) => one.textContent).join(' ')
        : element.textContent);
    // A field inside a frame of ours may show the focus on the frame.
    // A heading that one has arrived at takes the focus to be read aloud; it is no stop.
    let visible = element.getAttribute('tabindex') === '-1';
    for (let at: Element | null = element; at && !visible; at = at.parentElement) {
      const style = getComputedStyle(at);
      visible = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      if (at.matches('section, form, main, li')) break;
    }
    const type = element.getAttribute('type') ?? '';
    const field = element.matches('input, textarea') && !['radio', 'checkbox'].includes(type);
    if (field) {
      const edge = getComputedStyle(element);
      visible ||= edge.borderColor !== 'rgba(0, 0, 0, 0)' && edge.borderStyle !== 'none';
    }
    return { name: (label ?? '').trim(), visible, where: element.outerHTML.slice(0, 120) };
  });
}

/** Tabs on until the focus is on something of that name; each stop on the way must be seen. */
async function tabsTo(page: Page, name: string | RegExp, most = 60) {
  const passed: string[] = [];
  for (let step = 0; step < most; step++) {
    const now = await focus(page);
    expect(now.visible, `the focus is not seen on ${now.where}`).toBe(true);
    if (typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name)) return;
    passed.push(now.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}; it passed ${passed.join(' | ')}`);
}

test('from signing in to sharing a reflection with the keyboard alone', async ({ browser }) => {
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
      partner: { id: partnerId },
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
});

async function tabsToTheSheet(page: Page) {
  for (let step = 0; step < 40; step++) {
    if ((await focus(page)).where.startsWith('<textarea')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not come to the text');
}
