import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test';
import { instances } from '../instances';
import { PASSWORD, people, type Who } from './person';

interface Seat extends BrowserContextOptions {
  language?: 'da' | 'en';
  colours?: 'light' | 'dark';
  /** Where to go once signed in. */
  at?: string;
  /** Which instance of the service. */
  root?: string;
}

/** Somebody at a screen of their own: a browser that shares nothing with the others, signed in. */
export async function sitsDown(browser: Browser, who: Who, seat: Seat = {}): Promise<Page> {
  const page = await atADevice(browser, seat);
  await page.goto(seat.at ?? '/');
  await signIn(page, who);
  return page;
}

/** A browser of its own that nobody has signed in on. */
export async function atADevice(browser: Browser, seat: Seat = {}): Promise<Page> {
  const { language = 'da', colours = 'light', at: _, root = instances[0], ...options } = seat;
  const context = await browser.newContext({
    baseURL: root,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    colorScheme: colours,
    ...options,
  });
  // Danish is what a browser without a choice gets, and may be chosen away from.
  if (language !== 'da') await prefer(context, language);
  return context.newPage();
}

async function prefer(context: BrowserContext, language: string) {
  await context.addInitScript((chosen) => {
    localStorage.setItem('dialogspejl-language', chosen);
  }, language);
}

/** Chooses English in the frame, and has the page anew in it. */
export async function readsEnglish(page: Page) {
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
}

/** Fills in the sign-in form that is on the page, in either language. */
export async function signIn(page: Page, who: Who) {
  await page.locator('input[name=email]').fill(people[who].email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
}

/** The browser has the app's own files, so that it opens without a network. */
export async function keepsTheApp(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
