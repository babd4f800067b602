import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The page shows what it has: nothing is on its way any more. */
export async function settled(page: Page) {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** A picture of the page, for whoever wants to look at it: nothing is compared with it, and taking it takes long. */
export async function picture(page: Page, name: string) {
  if (process.env.PICTURES) await page.screenshot({ path: `screens/${name}.png`, fullPage: true });
}

/** The picture of it, wide and on a phone, and nothing that axe finds. */
export async function looks(page: Page, name: string) {
  await settled(page);
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `${name}-${width}-da`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
}

/** As the device asks for them; a page that is open follows. */
export async function inColours(page: Page, colours: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme: colours });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
}

/** What sticks out to the side, or is cut off. */
export async function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    if (document.documentElement.scrollWidth > width) {
      found.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden') continue;
      const scrolls = element.closest('[data-scrolls]');
      if (!scrolls && box.right > width + 1 && box.left < width) {
        found.push(`${name(element)} reaches ${Math.round(box.right)} of ${width}`);
      }
      const words = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (
        element instanceof HTMLTextAreaElement &&
        element.scrollHeight > element.clientHeight + 1
      ) {
        found.push(`the field of “${element.value.slice(0, 40)}” shows part of it`);
      }
      if (words && cuts && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name(element)} is cut off`);
      }
    }
    return found;
  });
}

/** What would move although the reader has asked for less of it. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (list: string) =>
      Math.max(...list.split(',').map((one) => Number.parseFloat(one)));
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return longest(style.transitionDuration) > 0.01 || longest(style.animationDuration) > 0.01;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}
