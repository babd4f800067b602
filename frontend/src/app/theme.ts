import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** A still lake: what is mine, and what one does. */
const lake: MantineColorsTuple = [
  '#eef6f5',
  '#dcebe9',
  '#b9d8d4',
  '#93c4be',
  '#74b3ac',
  '#418f89',
  '#2b7a75',
  '#1c6763',
  '#155350',
  '#0d3b39',
];

/** Plum: what comes from, or goes to, the other. */
const plum: MantineColorsTuple = [
  '#f7f1f9',
  '#ebdff0',
  '#d8c3e1',
  '#c3a3d0',
  '#b48fc3',
  '#8e5aa4',
  '#7a4790',
  '#65387a',
  '#4e2a5f',
  '#371c44',
];

const dark: MantineColorsTuple = [
  '#e3e8e6',
  '#b6c1be',
  '#93a09d',
  '#7d8a87',
  '#4d5957',
  '#36413f',
  '#283231',
  '#1d2626',
  '#141b1c',
  '#0c1112',
];

/** The one place where colours, type and spacing are chosen. Contrast is tested in `contrast.test.ts`. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 4 },
  colors: { lake, plum, dark },
  autoContrast: true,
  luminanceThreshold: 0.3,
  // Mantine chooses the text of a filled button for the light scheme only.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const primary = !input.color || input.color === 'lake';
    return input.variant === 'filled' && primary
      ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
      : colors;
  },
  black: '#1f2a2c',
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  headings: {
    fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.625rem, 1.3rem + 1.4vw, 2.125rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Skeleton: { defaultProps: { radius: 'md' } },
  },
});

/** Mantine's defaults for dimmed text, placeholders and input borders are too faint for WCAG 2.1 AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f7f6f2',
    '--mantine-color-text': '#1f2a2c',
    '--mantine-color-dimmed': '#536160',
    '--mantine-color-placeholder': '#63706e',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-border': '#7b8784',
    '--mantine-color-default-hover': '#f0f3f1',
    '--mantine-color-anchor': '#155350',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-red-outline': '#b3261e',
    '--field': '#ffffff',
    '--surface': '#ffffff',
    '--surface-quiet': '#f0eee8',
    '--line': '#dedbd2',
    '--mine': '#1c6763',
    '--mine-soft': '#e6f1ef',
    '--theirs': '#7a4790',
    '--theirs-soft': '#f4ecf7',
    '--waits': '#8a5300',
    '--waits-soft': '#fbf1df',
  },
  dark: {
    '--mantine-color-body': '#141b1c',
    '--mantine-color-text': '#e3e8e6',
    '--mantine-color-dimmed': '#a9b5b2',
    '--mantine-color-placeholder': '#96a29f',
    '--mantine-color-default': '#1d2626',
    '--mantine-color-default-border': '#7d8a87',
    '--mantine-color-default-hover': '#283231',
    '--mantine-color-anchor': '#93c4be',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-red-outline': '#ff9d94',
    '--field': '#141b1c',
    '--surface': '#1d2626',
    '--surface-quiet': '#19211f',
    '--line': '#36413f',
    '--mine': '#74b3ac',
    '--mine-soft': '#1b3231',
    '--theirs': '#c3a3d0',
    '--theirs-soft': '#2e2435',
    '--waits': '#f0bd6a',
    '--waits-soft': '#362b17',
  },
});
