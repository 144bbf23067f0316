import { expect } from 'bun:test';
import type { APIRequestContext, Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { listenForErrors, openDevice, type Size, shoot } from './browser.ts';
import type { PickedFile } from './sample-photo.ts';

type RequestOptions = NonNullable<Parameters<APIRequestContext['fetch']>[1]>;

export const PASSWORD = 'sari likes long words';

/** Every size and language a screen is looked at in; each picture is taken light and dark. */
export const EVERY_WAY = [
  { size: 'desk', language: 'en' },
  { size: 'desk', language: 'id' },
  { size: 'phone', language: 'en' },
  { size: 'phone', language: 'id' },
] as const satisfies readonly { size: Size; language: 'en' | 'id' }[];
export type Way = (typeof EVERY_WAY)[number];

/** One person on one device, walked through screens that are looked at and judged by axe on the way. */
export class Walker {
  /** What axe found so far. */
  readonly faults: string[] = [];

  readonly page: Page;
  readonly way: Way;
  readonly userId: string;
  /** What the page complained about. */
  readonly errors: readonly string[];
  readonly #origin: string;

  private constructor(page: Page, way: Way, userId: string, origin: string) {
    this.page = page;
    this.way = way;
    this.userId = userId;
    this.errors = listenForErrors(page);
    this.#origin = origin;
  }

  /** A new person, or the one of that name who comes back on another device. */
  static async enter(browser: Browser, url: string, name: string, way: Way): Promise<Walker> {
    const locale = way.language === 'id' ? 'id-ID' : 'en-US';
    const device = await openDevice(browser, url, way.size, locale);
    // Long enough for a picture that others keep waiting.
    device.setDefaultTimeout(90_000);
    const page = await device.newPage();
    const headers = { origin: url };
    const person = { email: `${name}@example.com`, password: PASSWORD };
    const known = await page.request.post('/api/auth/sign-in/email', { data: person, headers });
    const answer = known.ok()
      ? known
      : await page.request.post('/api/auth/sign-up/email', { data: { ...person, name }, headers });
    const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(await answer.json());
    await page.request.patch('/api/me', { data: { language: way.language }, headers });
    return new Walker(page, way, user.id, url);
  }

  /** The words this person reads. */
  readonly t = (en: string, id: string): string => (this.way.language === 'en' ? en : id);

  /** Opens a screen and waits until it stands still. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator(`html[lang="${this.way.language}"]`).waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** @param whole down to the foot of the page */
  async look(name: string, whole?: 'whole'): Promise<void> {
    const { size, language } = this.way;
    this.faults.push(
      ...(await shoot(this.page, `${name}-${size}-${language}`, whole !== undefined)),
    );
    const over = await this.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    if (over > 0) this.faults.push(`${name}: hangs ${over} px over the edge`);
  }

  button(name: string | RegExp, within: Page | Locator = this.page, exact = false): Locator {
    return within.getByRole('button', { name, exact }).filter({ visible: true }).first();
  }

  link(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('link', { name }).filter({ visible: true }).first();
  }

  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await this.button(name, within).click();
  }

  async seen(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** The dialog or the menu that is open; the one on top where there are two. */
  sheet(): Locator {
    return this.page
      .getByRole('dialog')
      .or(this.page.getByRole('alertdialog'))
      .or(this.page.getByRole('menu'))
      .last();
  }

  async gone(): Promise<void> {
    await this.sheet().waitFor({ state: 'detached' });
  }

  /**
   * A dialog or a menu by keyboard alone: opened with Enter, looked at, used, closed with Escape. The keyboard stays
   * within while it is open and is back where it came from afterwards.
   */
  async byKeyboard(opener: Locator, name: string, use?: () => Promise<void>): Promise<void> {
    const { page } = this;
    await opener.focus();
    const handle = await opener.elementHandle();
    await page.keyboard.press('Enter');
    await this.sheet().waitFor();
    for (const key of ['Shift+Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab']) {
      const isMenu = (await this.sheet().getAttribute('role')) === 'menu';
      await page.keyboard.press(isMenu ? 'ArrowDown' : key);
      await page.waitForFunction(
        (sheet) => sheet?.contains(document.activeElement),
        await this.sheet().elementHandle(),
      );
    }
    await this.look(name);
    await use?.();
    await page.keyboard.press('Escape');
    await this.gone();
    await page.waitForFunction((element) => element === document.activeElement, handle);
  }

  /** Presses an entry of the menu that this button opens. */
  async choose(button: string | RegExp, entry: string): Promise<void> {
    await this.press(button);
    const { page } = this;
    await page
      .getByRole('menuitem', { name: entry, exact: true })
      .or(page.getByRole('menuitemradio', { name: entry, exact: true }))
      .or(page.getByRole('menuitemcheckbox', { name: entry, exact: true }))
      .click();
  }

  /** Answers the browser's question for files, as the picker of the system would. */
  async give(button: Locator, file: PickedFile): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(file);
  }

  /** What a screen would ask of the server, as this person. */
  async ask<T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: Pick<RequestOptions, 'data' | 'multipart'> = {},
  ): Promise<T> {
    const headers = { origin: this.#origin };
    const answer = await this.page.request.fetch(path, { method, headers, ...body });
    const said = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${said}`);
    return schema.parse(JSON.parse(said));
  }

  /** Leaves, and says whether anything was wrong on the way. */
  async leave(): Promise<void> {
    await this.page.context().close();
    expect([this.faults, this.errors]).toEqual([[], []]);
  }
}
