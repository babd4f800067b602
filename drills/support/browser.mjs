/** A real browser with the app in it, as the journeys have (frontend/e2e). */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Person } from './person.mjs';

const { chromium } = createRequire(new URL('../../frontend/package.json', import.meta.url))('@playwright/test');

/** The one that is there, else Debian's, where it may be installed. */
export function installed() {
  execFileSync(fileURLToPath(new URL('../../scripts/chromium', import.meta.url)), { stdio: 'inherit' });
}

/** Somebody who writes on a topic of a reflection. */
export class Writer {
  #browser;
  #context;
  #page;
  #address;

  /** @param address of the page, with the instance that it comes from */
  static async sitsDown(login, address) {
    const writer = new Writer();
    writer.#address = address;
    writer.#browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    writer.#context = await writer.#browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
    await writer.#open();
    const { email, password } = Person.credentials(login);
    const page = writer.#page;
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('form button[type=submit]').click();
    await writer.#sheet().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return writer;
  }

  async #open() {
    this.#page = await this.#context.newPage();
    this.#page.setDefaultTimeout(120_000);
    await this.#page.goto(this.#address);
  }

  #sheet() {
    return this.#page.getByPlaceholder(/Stikord, sætninger eller et eksempel/);
  }

  /** At the end of what is there. */
  async types(text) {
    await this.#sheet().focus();
    await this.#page.keyboard.press('Control+End');
    await this.#page.keyboard.type(text);
  }

  async closesTheTab() {
    await this.#page.close();
  }

  async opensTheTabAgain() {
    await this.#open();
    await this.#sheet().waitFor();
  }

  close() {
    return this.#browser.close();
  }
}
