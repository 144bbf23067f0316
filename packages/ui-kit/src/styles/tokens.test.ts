import { describe, expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';

type Theme = 'light' | 'dark';
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The value of a token in one theme: `#rrggbb`. */
function token(name: string, theme: Theme): string {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(
    css,
  );
  const value = theme === 'light' ? found?.[1] : found?.[2];
  if (!value) throw new Error(`tokens.css has no colour --${name} with a light and a dark value.`);
  return value;
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2.2 contrast ratio, 1..21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const WORDS = 4.5;
const MARKS = 3;
const PAIRS: readonly [ink: string, ground: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'surface', 7],
  ['ink-2', 'surface', 7],
  ['ink-2', 'sunken', WORDS],
  ['ink-2', 'paper', WORDS],
  ['ink-3', 'surface', WORDS],
  ['ink-3', 'paper', WORDS],
  ['ink-3', 'sunken', WORDS],
  ['ink-3', 'raised', WORDS],
  ['on-accent', 'accent', WORDS],
  ['on-accent', 'accent-hover', WORDS],
  ['accent-ink', 'surface', WORDS],
  ['accent-ink', 'paper', WORDS],
  ['accent-ink', 'accent-soft', WORDS],
  ['money-ink', 'surface', WORDS],
  ['money-ink', 'money-soft', WORDS],
  ['money-ink', 'sunken', WORDS],
  ['ok-ink', 'surface', WORDS],
  ['ok-ink', 'ok-soft', WORDS],
  ['bad-ink', 'surface', WORDS],
  ['bad-ink', 'bad-soft', WORDS],
  ['on-bad', 'bad', WORDS],
  ['line-field', 'surface', MARKS],
  ['focus', 'paper', MARKS],
  ['focus', 'surface', MARKS],
  ['limb-l', 'studio', MARKS],
  ['limb-r', 'studio', MARKS],
];

describe('the colours of the tokens', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [ink, ground, least] of PAIRS) {
      test(`${ink} on ${ground} can be read in ${theme} (at least ${least})`, () => {
        expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(least);
      });
    }
  }

  test('the contrast formula agrees with the published values for black, white and grey', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
