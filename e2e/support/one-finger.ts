import type { CDPSession, Page } from 'playwright-core';

export interface Place {
  readonly x: number;
  readonly y: number;
}

const STEPS = 8;

/** A finger on a phone's glass, by Chromium's own touch events: what scrolls a page scrolls here too. */
export class OneFinger {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<OneFinger> {
    return new OneFinger(await page.context().newCDPSession(page));
  }

  /** Presses, moves in small steps and lifts. */
  async drag(from: Place, by: Place): Promise<void> {
    await this.#touch('touchStart', from);
    for (let step = 1; step <= STEPS; step += 1) {
      const share = step / STEPS;
      await this.#touch('touchMove', { x: from.x + by.x * share, y: from.y + by.y * share });
    }
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async #touch(type: 'touchStart' | 'touchMove', { x, y }: Place): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  }
}
