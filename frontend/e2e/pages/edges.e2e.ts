import { expect, type Page, test } from '@playwright/test';
import { sitsDown } from '../people/browser';
import { inColours, settled } from './look';
import { places } from './places';

/**
 * What one must see to use a page has 3:1 against what is around it (WCAG 1.4.11): measured on the pages as they
 * are shown, because a theme's colours do not tell which of them a component takes.
 */
const LEAST = 3;

interface Edge {
  what: string;
  contrast: number;
}

/** The edges, or where there is none the fill, of what one fills in, against what is behind it. */
function edges(page: Page): Promise<Edge[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    type Colour = [number, number, number, number];
    function rgba(colour: string): Colour {
      if (!canvas) return [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    }
    const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
      r * a + R * (1 - a),
      g * a + G * (1 - a),
      b * a + B * (1 - a),
      1,
    ];
    function luminance([r, g, b]: Colour): number {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    }
    function contrast(one: Colour, other: Colour): number {
      const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dim + 0.05);
    }
    function ground(element: Element | null): Colour {
      if (!element) return [255, 255, 255, 1];
      const own = rgba(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, ground(element.parentElement));
    }
    const found: { what: string; contrast: number }[] = [];
    const fields =
      'input:not([type=hidden]):not([type=file]), textarea, select, [class*=Switch-track], button';
    for (const element of document.querySelectorAll<HTMLElement>(fields)) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 4 || box.height < 4 || style.opacity === '0') continue;
      if (element.matches('[disabled], [data-disabled]')) continue;
      // The one that fields which grow measure their text in, out of sight.
      if (element.matches('textarea[aria-hidden]')) continue;
      const behind = ground(element.parentElement);
      const edge =
        Number.parseFloat(style.borderTopWidth) > 0 ? rgba(style.borderTopColor) : undefined;
      const fill = rgba(style.backgroundColor);
      const signs = [edge, fill].filter(
        (colour) => colour !== undefined && colour[3] > 0,
      ) as Colour[];
      // A button that is only its words, and the quiet page that is itself the field, are known by other means.
      if (signs.length === 0) continue;
      // The browser draws its own radio buttons and boxes, from the accent colour.
      if (style.appearance !== 'none' && element.matches('[type=radio], [type=checkbox]')) continue;
      const best = Math.max(...signs.map((sign) => contrast(over(sign, behind), behind)));
      // What has words of its own is known by them: a tinted button behind its text is an ornament.
      if (element.matches('button') && edge === undefined) continue;
      found.push({
        what: `${element.tagName.toLowerCase()} ${element.getAttribute('type') ?? ''} ${element.className}`,
        contrast: Math.round(best * 100) / 100,
      });
    }
    return found;
  });
}

const WITH_FIELDS = [
  'sign-in',
  'start',
  'agreement',
  'dialogues',
  'reflection',
  'preparation',
  'talk',
  'follow-up',
  'me',
];

for (const { name, who = 'anna', path } of places.filter((place) =>
  WITH_FIELDS.includes(place.name),
)) {
  test(`what one fills in on ${name} can be told from what is around it`, async ({ browser }) => {
    const page = await sitsDown(browser, who, {
      at: await path(),
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    await settled(page);
    for (const colours of ['light', 'dark'] as const) {
      await inColours(page, colours);
      const found = await edges(page);
      expect(
        found.filter(({ contrast }) => contrast < LEAST),
        colours,
      ).toEqual([]);
    }
    await page.context().close();
  });
}

test('the focus can be seen on every stop of a page, in both colours', async ({ browser }) => {
  const preparation = places.find(({ name }) => name === 'preparation');
  if (!preparation?.who) throw new Error('no such place');
  const page = await sitsDown(browser, preparation.who, {
    at: await preparation.path(),
    reducedMotion: 'reduce',
  });
  await settled(page);
  for (const colours of ['light', 'dark'] as const) {
    await inColours(page, colours);
    const mine = await page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.color = 'var(--mine)';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return undefined;
        const { outlineColor, outlineStyle, outlineWidth, borderTopColor } =
          getComputedStyle(element);
        return {
          outlineColor,
          outlineStyle,
          outlineWidth,
          borderTopColor,
          what: element.outerHTML.slice(0, 120),
        };
      });
      if (!ring) continue;
      const seen =
        (ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2) ||
        ring.borderTopColor === mine;
      expect(seen, `${colours}: ${JSON.stringify(ring)}`).toBe(true);
    }
  }
});
