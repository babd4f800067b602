import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atADevice, readsEnglish, signIn } from '../people/browser';
import { inColours, lost, moving, picture, settled } from './look';
import { places } from './places';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Each finding with where it is, so that a failure says what to mend. */
async function faults(page: Page): Promise<string[]> {
  // The pages have no frames, so nothing needs to be gathered from them in a window of its own.
  // Of what it finds nothing wrong with, which is most, it need not say where it is.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

for (const { name, who, path, refusal } of places) {
  test(`${name} can be read by everyone`, async ({ browser }) => {
    const page = await atADevice(browser, {
      reducedMotion: 'reduce',
      // Keeping the app for later takes longer than showing the page, and the journeys see to it.
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 900 },
    });
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (!refusal || !message.text().includes(`status of ${refusal}`)) broken.push(message.text());
    });
    await page.goto(await path());
    if (who) await signIn(page, who);
    await settled(page);

    await test.step('wide', async () => {
      await looks('1280-da');
      expect.soft(await moving(page)).toEqual([]);
      expect.soft(await faults(page)).toEqual([]);
    });
    await test.step('in dark colours', async () => {
      await inColours(page, 'dark');
      await picture(page, `${name}-1280-dark-da`);
      expect.soft(await faults(page)).toEqual([]);
      await inColours(page, 'light');
    });
    await test.step('on a phone', async () => {
      await page.setViewportSize({ width: 375, height: 812 });
      await looks('375-da');
      expect.soft(await faults(page)).toEqual([]);
    });
    await test.step('on small and enlarged screens', holdsTogether);
    // What is otherwise in English is the words.
    await test.step('in English', async () => {
      await readsEnglish(page);
      await settled(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await looks('1280-en');
      expect.soft(await faults(page)).toEqual([]);
      await page.setViewportSize({ width: 375, height: 812 });
      await looks('375-en');
      await holdsTogether();
    });
    expect(broken).toEqual([]);
    await page.context().close();

    async function looks(as: string) {
      await nothingIsLost(as);
      await picture(page, `${name}-${as}`);
    }

    /** Fields follow the window's width a moment after it. */
    async function nothingIsLost(where: string) {
      const soft = expect.configure({ soft: true });
      await soft.poll(() => lost(page), where).toEqual([]);
    }

    /** A window of 1280 pixels that is enlarged to 200 % has as much room as one of 640. */
    async function holdsTogether() {
      for (const [width, height] of [
        [320, 640],
        [640, 450],
      ] as const) {
        await page.setViewportSize({ width, height });
        await nothingIsLost(`${width} pixels`);
      }
    }
  });
}
