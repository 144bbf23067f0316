import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ChildQuestion, ChildReply, type ChildRequest } from './child-messages.ts';

const MAIN = fileURLToPath(new URL('./child/main.ts', import.meta.url));
const STDERR_KEPT = 2000;

/** The child ended, or was ended, before it answered. */
export class ChildGone extends Error {}

/** One process looking at photos, from start to end. Ask one thing at a time. */
export class VisionChild {
  private readonly process: ChildProcess;
  private readonly waiting = new Map<
    number,
    { resolve: (reply: ChildReply) => void; reject: (error: Error) => void }
  >();
  private complaints = '';
  private nextId = 1;
  private isGone = false;
  /** Resolves when the process is no more. */
  readonly ended: Promise<void>;

  constructor() {
    // No secrets of the server go along: the child needs none.
    const { PATH, HOME, TMPDIR } = process.env;
    this.process = fork(MAIN, [], {
      serialization: 'advanced',
      execArgv: [],
      env: { PATH, HOME, TMPDIR },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.on('message', (message) => this.receive(message));
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.complaints = (this.complaints + chunk.toString()).slice(-STDERR_KEPT);
    });
    this.ended = new Promise((resolve) => {
      const gone = (why: string) => {
        this.isGone = true;
        for (const { reject } of this.waiting.values()) {
          reject(new ChildGone(`${why} ${this.complaints}`.trim()));
        }
        this.waiting.clear();
        resolve();
      };
      this.process.once('exit', (code, signal) =>
        gone(`The vision process ended (${signal ?? `code ${code}`}).`),
      );
      this.process.once('error', (error) => gone(`The vision process failed: ${error.message}.`));
    });
  }

  get isAlive(): boolean {
    return !this.isGone;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** @throws ChildGone when the process ends, or is still busy after `timeoutMs` and is ended for it. */
  async ask(request: ChildQuestion, timeoutMs: number): Promise<ChildReply> {
    const id = this.nextId++;
    const message: ChildRequest = { ...request, id };
    const { promise, resolve, reject } = Promise.withResolvers<ChildReply>();
    if (this.isGone) throw new ChildGone('The vision process has ended.');
    this.waiting.set(id, { resolve, reject });
    const timer = setTimeout(() => {
      this.waiting.delete(id);
      reject(new ChildGone(`The vision process did not answer within ${timeoutMs} ms.`));
      this.kill();
    }, timeoutMs);
    this.process.send(message, (error) => {
      if (error) reject(new ChildGone(`The vision process cannot be reached: ${error.message}.`));
    });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(id);
    }
  }

  /** Ends the process at once; `ended` tells when. */
  kill(): void {
    this.isGone = true;
    this.process.kill('SIGKILL');
  }

  private receive(message: unknown): void {
    const reply = ChildReply.safeParse(message);
    if (reply.success) {
      this.waiting.get(reply.data.id)?.resolve(reply.data);
      return;
    }
    for (const { reject } of this.waiting.values()) {
      reject(new ChildGone(`The vision process answered nonsense: ${reply.error.message}`));
    }
  }
}
