import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.ts';

/** Where the pictures of a run are left to be looked at. */
export const SCREENS = join(import.meta.dir, '../../.artifacts/screens');

export const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
} as const;
export type Size = keyof typeof SIZES;

/** WebGL on a machine without a graphics card, for the pose editor: what it draws is right, and slow. */
export const DRAWN_GL = '--use-angle=swiftshader';
/** No WebGL; plain pages come to the screen with a third less work. */
const PLAIN = '--disable-gpu';

/**
 * Debian's Chromium; CHROMIUM_PATH names another one.
 * @param graphics how it draws
 */
export function openBrowser(graphics = PLAIN): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', graphics, '--lang=en-US'],
  });
}

/** A person's device: a touch phone or a desk with a mouse. */
export function openDevice(
  browser: Browser,
  url: string,
  size: Size,
  locale = 'en-US',
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: url,
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    colorScheme: 'light',
    locale,
    acceptDownloads: true,
  });
}

/**
 * One picture a screen in each theme; fonts are there and motion is over when it is taken.
 * @param fullPage down to the foot of the page instead of what is in sight
 * @returns what axe finds wrong in either theme
 */
export async function shoot(page: Page, name: string, fullPage = false): Promise<string[]> {
  const faults: string[] = [];
  mkdirSync(SCREENS, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const path = join(SCREENS, `${name}-${theme}.png`);
    await page.screenshot({ path, animations: 'disabled', fullPage });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}, ${theme}: ${fault}`));
  }
  return faults;
}

/** What went wrong in the page's own console, without the refusals the test asks for. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      errors.push(message.text());
    }
  });
  return errors;
}
