import { expect, test } from '@playwright/test';
import { looks, settled } from '../pages/look';
import { sitsDown } from '../people/browser';
import { enters, focus, presses, tabsTo, types } from '../people/keyboard';
import { Person, people, type Schemas } from '../people/person';
import { isSaved } from '../people/steps';

test('an administrator makes a guide and begins a round with it, with the keyboard alone', async ({
  browser,
}) => {
  const page = await sitsDown(browser, 'ole', { viewport: { width: 1280, height: 900 } });
  const { keyboard } = page;
  const writes = async (field: string, words: string) => {
    await tabsTo(page, field);
    await keyboard.press('Control+A');
    await keyboard.type(words);
  };

  await test.step('copying one that is built in', async () => {
    await enters(page, 'Administration');
    await enters(page, 'Guider');
    await expect(page.getByRole('heading', { level: 1, name: 'Feedbackguider' })).toBeFocused();
    await enters(page, 'Lav en kopi af Borgerservice ansigt til ansigt');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Kopi af Borgerservice ansigt til ansigt' }),
    ).toBeFocused();
  });
  await test.step('giving it a name in both languages', async () => {
    await writes('Titel (dansk)', 'Samtaler ved disken');
    await writes('Titel (engelsk)', 'Talks at the counter');
  });
  await test.step('moving a topic, and hearing where it is', async () => {
    await enters(page, 'Flyt Velkomst ned');
    await expect(page.getByText('Velkomst er nu nummer 2 af 6.')).toBeAttached();
    expect((await focus(page)).name).toBe('Flyt Velkomst ned');
    await isSaved(page);
  });
  await test.step('writing in a topic, moving a question and adding one', async () => {
    await enters(page, 'Opmærksomhed hele vejen');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Opmærksomhed hele vejen' }),
    ).toBeFocused();
    await writes('Til den der selvevaluerer (dansk)', 'Hvad lagde jeg mærke til?');
    await enters(page, 'Flyt Spørgsmål 1 ned');
    await expect(page.getByText(/^Spørgsmål 1 er nu nummer 2 af/)).toBeAttached();
    await tabsTo(page, 'Tilføj et spørgsmål');
    await keyboard.press('Enter');
    await expect.poll(async () => (await focus(page)).where).toContain('<textarea');
    await keyboard.type('Hvornår så jeg op?');
    await types(page, 'Til sparringspartneren (dansk)', 'Hvornår så medarbejderen op?');
    await types(page, 'Til den der selvevaluerer (engelsk)', 'When did I look up?');
    await isSaved(page);
    await tabsTo(page, 'Tilbage til guiden');
    await keyboard.press('Enter');
  });
  await test.step('being told what is missing, and going there', async () => {
    await enters(page, 'Udgiv guiden');
    await expect(page.getByText('Der mangler én tekst før guiden kan udgives:')).toBeVisible();
    await tabsTo(
      page,
      /^Opmærksomhed hele vejen, spørgsmål \d+: Til sparringspartneren \(engelsk\)/,
    );
    await keyboard.press('Enter');
    await expect
      .poll(async () => (await focus(page)).name)
      .toBe('Til sparringspartneren (engelsk)');
    await keyboard.type('When did the employee look up?');
    await isSaved(page);
    await tabsTo(page, 'Tilbage til guiden');
    await keyboard.press('Enter');
  });
  await test.step('seeing it as the partner does, and as it is printed', async () => {
    await enters(page, 'Se guiden');
    await tabsTo(page, 'den der selvevaluerer');
    await keyboard.press('ArrowDown');
    await expect(page.getByText('Hvornår så medarbejderen op?')).toBeVisible();
    await presses(page, 'Vis den som udskrift');
    await looks(page, 'own-guide-printed');
    await enters(page, 'Tilbage til guiden');
  });
  await test.step('publishing it', async () => {
    await enters(page, 'Udgiv guiden');
    await expect(page.getByText(/^Udgave 1 er udgivet/)).toBeFocused();
  });
  await test.step('beginning a round with it', async () => {
    await enters(page, 'Mine forløb');
    await enters(page, 'Begynd et forløb');
    const own = page.getByRole('radio', { name: 'Samtaler ved disken' });
    await expect(own).toBeVisible();
    const guides = page.getByRole('radiogroup').first().getByRole('radio');
    await presses(page, /^(Borgerservice|Kopi|Samtaler|Skrift|Telefon|Ved)/);
    for (let at = await guides.count(); at > 0 && !(await own.isChecked()); at--) {
      await keyboard.press('ArrowDown');
    }
    await expect(own).toBeChecked();
    await presses(page, 'Uden video');
    await types(page, 'Find en kollega', people.ellen.name);
    await expect(page.getByRole('button', { name: new RegExp(people.ellen.name) })).toBeVisible();
    await enters(page, people.ellen.name);
    await enters(page, 'Begynd og invitér Ellen');
    await page.waitForURL(/\/rounds\/(?!new)[0-9a-f-]+/);
  });

  const id = /\/rounds\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await test.step('a newer version, and retiring the guide, leave the round as it is', async () => {
    const ole = await Person.signIn('ole');
    const { guide } = await ole.get<Schemas['RoundView']>(`/rounds/${id}`);
    const path = `/managed-guides/${guide.id}`;
    const { version, content } = await ole.get<Schemas['ManagedGuide']>(path);
    const shorter = { ...content, topics: content.topics.slice(0, 1) };
    const changed = await ole.change<Schemas['ManagedGuide']>('PUT', path, version, shorter);
    const published = await ole.change<Schemas['ManagedGuide']>(
      'POST',
      `${path}/publish`,
      changed.version,
    );
    await ole.change('POST', `${path}/retire`, published.version);
    await page.goto(`/rounds/${id}/guide`);
    await settled(page);
    await expect(page.getByText('Hvad lagde jeg mærke til?')).toBeVisible();
    await expect(page.getByText('Hvornår så jeg op?')).toBeVisible();
    const topics = page.locator('main').getByRole('heading', { level: 2 });
    await expect(topics.nth(1)).toHaveText('Velkomst');
    await ole.step(id, 'cancel', {});
  });
  await page.context().close();
});
