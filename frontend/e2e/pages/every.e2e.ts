import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atADevice, signIn } from '../people/browser';
import { inColours, lost, moving, settled } from './look';
import { places } from './places';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Each finding with where it is, so that a failure says what to mend. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

for (const language of ['da', 'en'] as const) {
  for (const { name, who, path, refusal } of places) {
    test(`${name} can be read by everyone (${language})`, async ({ browser }) => {
      const page = await atADevice(browser, {
        language,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
      });
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        if (!refusal || !message.text().includes(`status of ${refusal}`))
          broken.push(message.text());
      });
      const address = await path();
      await page.goto(address);
      if (who) await signIn(page, who);
      await settled(page);

      await test.step('wide', async () => {
        await page.screenshot({ path: picture('1280'), fullPage: true });
        expect.soft(await lost(page)).toEqual([]);
        expect.soft(await moving(page)).toEqual([]);
        expect.soft(await faults(page)).toEqual([]);
      });
      await test.step('in dark colours', async () => {
        await inColours(page, 'dark');
        await page.screenshot({ path: picture('1280-dark'), fullPage: true });
        expect.soft(await faults(page)).toEqual([]);
        await inColours(page, 'light');
      });
      await test.step('on a phone', async () => {
        await page.setViewportSize({ width: 375, height: 812 });
        await page.screenshot({ path: picture('375'), fullPage: true });
        // What is otherwise on a phone is its shape, not its words: it is looked through in one language.
        if (language === 'da') expect.soft(await faults(page)).toEqual([]);
      });
      await test.step('at 320 pixels', async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        expect.soft(await lost(page)).toEqual([]);
      });
      // A window of 1280 pixels that is enlarged to 200 % has as much room as one of 640.
      await test.step('enlarged to 200 %', async () => {
        await page.setViewportSize({ width: 640, height: 450 });
        expect.soft(await lost(page)).toEqual([]);
      });
      expect(broken).toEqual([]);
      await page.context().close();

      function picture(size: string) {
        return `screens/${name}-${size}-${language}.png`;
      }
    });
  }
}
