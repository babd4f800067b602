import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { cssVariables, theme } from './theme';

/**
 * Contrast as WCAG 2.1 defines it. Text needs 4.5:1 (1.4.3); what one must see to know where to click, write or
 * look needs 3:1 (1.4.11), which no automatic audit of a page checks.
 */
const whole = mergeMantineTheme(DEFAULT_THEME, theme);
const variables = cssVariables(whole);

type Variable = `--${string}`;

const GROUNDS: Variable[] = ['--mantine-color-body', '--surface', '--surface-quiet'];
const SOFT: Variable[] = ['--mine-soft', '--theirs-soft', '--waits-soft'];

const TEXT: Variable[] = [
  '--mantine-color-text',
  '--mantine-color-dimmed',
  '--mantine-color-anchor',
  '--mantine-color-error',
  '--mine',
  '--theirs',
  '--waits',
];

const EDGES: Variable[] = ['--mantine-color-default-border', '--mine', '--theirs', '--waits'];

function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new Error(`not a colour: ${colour}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe('contrast', () => {
  it('is measured as WCAG says', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const scheme of ['light', 'dark'] as const) {
    const shade = (whole.primaryShade as Record<'light' | 'dark', number>)[scheme];
    const colour = (name: Variable) => {
      const value = variables[scheme][name];
      return value ?? name;
    };
    const pairs = (fronts: Variable[], backs: Variable[]) =>
      fronts.flatMap((front) => backs.map((back) => [front, back] as const));

    it.each(pairs(TEXT, [...GROUNDS, ...SOFT]))(`of text, ${scheme}: %s on %s`, (front, back) => {
      expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(pairs(['--mantine-color-placeholder', '--mantine-color-text'], ['--field']))(
      `of what one writes, ${scheme}: %s on %s`,
      (front, back) => {
        expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each(pairs(EDGES, [...GROUNDS, ...SOFT, '--field']))(
      `of edges, signs and the focus ring, ${scheme}: %s on %s`,
      (front, back) => {
        expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
      },
    );

    it.each([...GROUNDS, ...SOFT])(`of a filled button, ${scheme}: on %s`, (back) => {
      const fill = whole.colors.lake?.[shade] ?? '';
      expect(contrast(fill, colour(back))).toBeGreaterThanOrEqual(3);
    });

    it(`of a filled button's words, ${scheme}`, () => {
      const fill = whole.colors.lake?.[shade] ?? '';
      const words = luminance(fill) > whole.luminanceThreshold ? whole.black : '#ffffff';
      expect(contrast(words, fill)).toBeGreaterThanOrEqual(4.5);
    });
  }
});
