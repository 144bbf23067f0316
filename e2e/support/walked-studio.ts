import { afterAll, beforeAll } from 'bun:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { StudioClient } from './studio-client.ts';
import {
  type StudioProcess,
  type StudioProcessOptions,
  startStudio,
  temporaryDataDir,
} from './studio-process.ts';
import { Walker, type Way } from './walker.ts';

export interface WalkedStudio {
  readonly url: string;
  readonly browser: Browser;
  /** A new person on a device of their own, or the one of that name who comes back. */
  enter(name: string, way: Way): Promise<Walker>;
}

/**
 * A studio and a browser for the tests of one file, there from the first to the last.
 * @param first the first person is its admin: `owner` signs up, so that everybody who enters is a guest; null = who enters
 */
export function walkedStudio(
  options: Omit<StudioProcessOptions, 'dataDir'>,
  first: 'owner' | null,
): WalkedStudio {
  const data = temporaryDataDir();
  let studio: StudioProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    studio = await startStudio({ ...options, dataDir: data.path });
    if (first !== null) await StudioClient.signUp(studio.url, first);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
    data.remove();
  });
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The studio is there when the first test begins.');
    return thing;
  };
  return {
    get url() {
      return there(studio).url;
    },
    get browser() {
      return there(browser);
    },
    enter(name, way) {
      return Walker.enter(this.browser, this.url, name, way);
    },
  };
}
