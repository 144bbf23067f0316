import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a mortal studio is to die, and what it has done: two files, so that a test can change its mind while it lives. */
export class Will {
  readonly #death: string;
  readonly #steps: string;
  /** What a mortal studio has to be started with. */
  readonly environment: { MORTAL_FOLDER: string };

  constructor(folder: string) {
    this.#death = join(folder, 'dies-at.txt');
    this.#steps = join(folder, 'steps.txt');
    this.environment = { MORTAL_FOLDER: folder };
  }

  dieAt(step: string): void {
    writeFileSync(this.#death, step);
  }

  live(): void {
    writeFileSync(this.#death, '');
  }

  diesAt(step: string): boolean {
    return existsSync(this.#death) && readFileSync(this.#death, 'utf8') === step;
  }

  note(step: string): void {
    appendFileSync(this.#steps, `${step}\n`);
  }

  /** All steps of all lives, in the order they were taken. */
  steps(): string[] {
    return existsSync(this.#steps)
      ? readFileSync(this.#steps, 'utf8').split('\n').slice(0, -1)
      : [];
  }
}
