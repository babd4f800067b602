import { expect, type Page } from '@playwright/test';

/** Where the focus is: what it is called, and whether one sees that it is there. */
export async function focus(page: Page) {
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

type Focus = Awaited<ReturnType<typeof focus>>;

/**
 * Tabs on until the focus is where it is wanted; each stop on the way must be seen. Whoever has been through the page without
 * meeting it looks up for a moment, as the page may still be coming, and goes through it again.
 */
async function tabsUntil(page: Page, what: string, isWanted: (now: Focus) => boolean) {
  const passed: string[] = [];
  const patience = Date.now() + 30_000;
  // No page has as many stops, so it has been gone through, however long that took.
  while (passed.length < 200 || Date.now() < patience) {
    const now = await focus(page);
    expect(now.visible, `the focus is not seen on ${now.where}`).toBe(true);
    if (isWanted(now)) return;
    if (passed.length && now.where === 'body') await page.waitForTimeout(500);
    passed.push(now.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `Tab does not come to ${what}; at last it passed ${passed.slice(-60).join(' | ')}`,
  );
}

/** Tabs on to what has that name, or one that begins so. */
export function tabsTo(page: Page, name: string | RegExp) {
  return tabsUntil(page, `${name}`, (now) =>
    typeof name === 'string' ? now.name.startsWith(name) : name.test(now.name),
  );
}

/** Tabs on to that and presses Enter there. */
export async function enters(page: Page, name: string | RegExp) {
  await tabsTo(page, name);
  await page.keyboard.press('Enter');
}

/** Tabs on to that and presses the space bar there. */
export async function presses(page: Page, name: string | RegExp) {
  await tabsTo(page, name);
  await page.keyboard.press('Space');
}

/** Tabs on to the field of that name and types. */
export async function types(page: Page, field: string | RegExp, words: string) {
  await tabsTo(page, field);
  await page.keyboard.type(words);
}

/** Tabs on to the page one writes on. */
export function tabsToTheSheet(page: Page) {
  return tabsUntil(page, 'the text', ({ where }) => where.startsWith('<textarea'));
}
