import { expect, type Page } from '@playwright/test';
import { firstName, people, type Who } from './person';

/** What people do on the pages of a round, in the words that the pages use. */

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** All that is written is with the service. */
export async function isSaved(page: Page) {
  for (const sign of await page.locator('[data-save-state]').all()) {
    await expect(sign).toHaveAttribute('data-save-state', 'saved');
  }
}

/** Goes to a page of the round by the way between them. */
export async function goesTo(page: Page, name: string) {
  await page
    .getByRole('navigation', { name: 'Sider i forløbet' })
    .getByRole('link', { name })
    .click();
}

/** Begins a round from home. Ends on its agreement or overview; answers its id. */
export async function beginsARound(page: Page, partner: Who, video: boolean): Promise<string> {
  await page.getByRole('link', { name: 'Begynd et forløb' }).click();
  await page.getByRole('radio', { name: 'Borgerservice ansigt til ansigt' }).check();
  await page.getByRole('radio', { name: video ? 'Med video' : 'Uden video' }).check();
  await page.getByRole('searchbox', { name: 'Find en kollega' }).fill(people[partner].name);
  await button(page, new RegExp(people[partner].name)).click();
  await page.getByLabel('Antal dialoger').fill('1');
  await button(page, `Begynd og invitér ${firstName(partner)}`).click();
  await page.waitForURL(/\/rounds\/(?!new)[0-9a-f-]+/);
  return /\/rounds\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
}

/** Finds the invitation at home and says yes. */
export async function acceptsTheInvitation(page: Page, roundId: string) {
  await page.locator(`a[href^="/rounds/${roundId}"]`, { hasText: 'Svar på invitationen' }).click();
  await button(page, 'Ja').first().click();
  await page.waitForURL(/\/agreement$/);
}

/** Confirms that one has gone through the guide, on the agreement. */
export async function hasGoneThroughTheGuide(page: Page) {
  await page.getByRole('checkbox', { name: /Jeg har gået guiden igennem/ }).check();
  await isSaved(page);
}

export async function settlesTheAgreement(page: Page, from: string, last: string, video: boolean) {
  await page.getByLabel('Første dag').fill(from);
  await page.getByLabel('Sidste dag').fill(last);
  await page.getByLabel('Antal dialoger').fill('1');
  if (video) {
    await page.getByRole('radio', { name: /Mundtligt/ }).check();
    await page.getByLabel('Antal dage før en optagelse skal være slettet').fill('14');
  }
  await page.getByLabel('Hvordan foregår selvevalueringen?').fill('Stikord lige efter samtalen.');
  await page.getByLabel('Hvornår er der tid til den?').fill('Torsdag eftermiddag');
  await page.getByLabel('Hvor foregår den?').fill('Det lille mødelokale');
  await page.getByLabel('Hvordan vil I arbejde sammen?').fill('Vi spørger før vi giver råd.');
  await isSaved(page);
}

export async function confirmsTheAgreement(page: Page) {
  await button(page, 'Bekræft aftalen').click();
  await expect(page.getByText(/har (begge )?bekræftet aftalen/).first()).toBeVisible();
}

/** Has in front of them that the other has gone through the guide too, before one says yes to all of it. */
export async function seesTheOtherHasGoneThroughTheGuide(page: Page) {
  await expect(page.getByText(/ har sagt det samme$/)).toBeVisible();
}

/** Has the yes of the other in front of them, as one has before one says one's own. */
export async function seesTheYes(page: Page) {
  await expect(page.getByText(/^Bekræftet /)).toHaveCount(1);
}

export async function startsTheRound(page: Page) {
  await button(page, 'Sæt forløbet i gang').click();
}

export async function notesADialogue(page: Page, label: string, video: boolean) {
  await page.getByLabel('Hvad handlede den om?').fill(label);
  await page.getByRole('radio', { name: 'Skranke' }).check({ force: true });
  if (video) {
    const consent = page.getByRole('group', { name: /ja til at blive optaget/ });
    await consent.getByRole('radio', { name: 'Ja' }).check({ force: true });
  }
  await button(page, 'Notér dialogen').click();
  await expect(page.getByText(`»${label}« er noteret.`)).toBeVisible();
}

export async function finishesTheDialogues(page: Page) {
  await button(page, 'Jeg er færdig med dialogerne').click();
  await expect(button(page, 'Jeg er færdig med dialogerne')).toBeHidden();
}

export async function opensTheReflection(page: Page, label: string) {
  await page.getByRole('link', { name: label }).click();
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
}

/** The page one writes on, of the topic that is open. */
export const sheet = (page: Page) => page.getByPlaceholder(/Stikord, sætninger eller et eksempel/);

export async function sharesTheTopic(page: Page, topic: string, partner: Who) {
  await page.getByRole('checkbox', { name: topic }).check();
  await expect(
    page.getByText(`kan ${firstName(partner)} læse det du har skrevet under ${topic}`),
  ).toBeVisible();
  await button(page, `Del med ${firstName(partner)}`).click();
  await expect(page.getByRole('button', { name: 'Tag det hele tilbage' })).toBeVisible();
}

export async function opensTheTalk(page: Page) {
  await button(page, 'Åbn samtalen').click();
  await expect(page.getByRole('link', { name: 'Gå til samtalen' })).toBeVisible();
}

export async function asksAndGivesFeedback(
  page: Page,
  evaluatee: Who,
  question: string,
  feedback: string,
) {
  await page.getByLabel(/^Dine noter om/).fill('Husk at spørge til pausen.');
  await button(page, 'Skriv et spørgsmål').click();
  await page.getByLabel('Spørgsmål 1', { exact: true }).fill(question);
  await page.getByLabel(/^Din feedback om/).fill(feedback);
  await isSaved(page);
  await page
    .getByRole('switch', { name: `${firstName(evaluatee)} må læse spørgsmålene` })
    .check({ force: true });
  await page
    .getByRole('switch', { name: `${firstName(evaluatee)} må læse din feedback` })
    .check({ force: true });
  await isSaved(page);
}

export const approves = (page: Page) => button(page, 'Godkend opsummeringen').click();
