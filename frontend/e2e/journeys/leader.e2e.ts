import { expect, test } from '@playwright/test';
import { looks, settled } from '../pages/look';
import { atADevice, sitsDown } from '../people/browser';
import { enters, presses, tabsTo, types } from '../people/keyboard';
import { PASSWORD, Person, people, type Schemas } from '../people/person';
import { day } from '../people/round';
import { aTeam, names } from '../people/team';

/** As the browser's own field for a day takes it. */
const typed = (days: number) => {
  const [year = '', month = '', date = ''] = day(days).split('-');
  return month + date + year;
};

test('a leader starts forty rounds, follows them and reminds, with the keyboard alone', async ({
  browser,
}) => {
  await aTeam('ole', 'preben', 'Webapotek', names(39), ['ole']);
  const page = await atADevice(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto('/');
  await expect(page.locator('input[name=email]')).toBeVisible();

  await test.step('signing in', async () => {
    await types(page, 'E-mail', people.preben.email);
    await types(page, 'Adgangskode', PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Mine forløb' })).toBeVisible();
  });
  await test.step('the frame of it', async () => {
    await enters(page, 'Mit team');
    await enters(page, 'Start forløb for teamet');
    await expect(page.getByRole('radio', { name: 'Jeg vælger parrene' })).toBeVisible();
    await presses(page, /^(Apotek|Borgerservice|Skrift|Telefon)/);
    await types(page, 'Første dag', typed(0));
    await types(page, 'Sidste dag', typed(20));
    await tabsTo(page, 'Foreslå par');
    await types(page, 'Besked', 'Jeg glæder mig til at høre hvad I tager med.');
    await enters(page, 'Vis forslaget');
    await expect(page.getByRole('heading', { name: '40 forløb' })).toBeVisible();
  });
  await test.step('who is with whom', async () => {
    await expect(page.getByText('Preben Mølgaard leder teamet.')).toBeVisible();
    const before = await page.getByRole('table').textContent();
    await looks(page, 'team-proposal');
    await enters(page, 'Foreslå andre par');
    await expect(page.getByRole('table')).not.toHaveText(before ?? '');
    await expect(page.getByRole('heading', { name: '40 forløb' })).toBeFocused();
  });
  await test.step('all at once', async () => {
    await enters(page, 'Start 40 forløb');
    await page.waitForURL(/\/team\/series\//);
    await expect(page.getByRole('row')).toHaveCount(41);
  });

  const ole = await Person.signIn('ole');
  const rounds = await ole.get<Schemas['RoundRow'][]>('/rounds?role=EVALUATEE');
  const round = rounds.find(({ startedBy }) => startedBy);
  await test.step('whom it is about finds the round, with the leader’s words', async () => {
    const home = await sitsDown(browser, 'ole');
    await expect(
      home
        .getByText('Preben har sat forløbet i gang: »Jeg glæder mig til at høre hvad I tager med.«')
        .first(),
    ).toBeVisible();
    await looks(home, 'home-started-by-leader');
    await home.context().close();
    await ole.step(round?.id ?? '', 'cancel', {});
  });
  await test.step('following', async () => {
    await page.reload();
    await settled(page);
    await expect(page.getByRole('definition').first()).toHaveText('39');
    await tabsTo(page, 'Alle');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Ikke begyndt (39)' })).toBeChecked();
  });
  await test.step('reminding, once', async () => {
    await enters(page, 'Påmind 39 kolleger');
    await enters(page, 'Send påmindelser');
    await expect(page.getByText('39 kolleger er påmindet.')).toBeVisible();
    await expect(page.getByText('Der er ingen at påminde her i dag.')).toBeVisible();
    await looks(page, 'team-series-reminded');
  });
  await test.step('what the team has learnt, when it has something to tell', async () => {
    await enters(page, 'Mit team');
    await enters(page, 'Læring: det teamet har delt');
    await expect(page.getByRole('heading', { level: 1, name: 'Læring i teamet' })).toBeVisible();
    await expect(page.getByText('Ingen læring at vise endnu')).toBeVisible();
  });
  await page.context().close();
});
