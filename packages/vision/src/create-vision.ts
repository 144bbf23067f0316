import { Fault, type PhotoReport } from '@lumiku/contract';
import type { ChildQuestion, ChildReply } from './child-messages.ts';
import type { SeenBodies } from './seen-bodies.ts';
import { swapRefused } from './swap-words.ts';
import type { FindBodiesOptions, SwappedPicture, Vision } from './vision.ts';
import { ChildGone, VisionChild } from './vision-child.ts';

export interface VisionOptions {
  /** The child is replaced after a photo that left it above this. */
  readonly memoryLimitMb: number;
  /** The child is replaced after this many photos. */
  readonly recycleAfter: number;
  /** For one photo; the first one of a child has 30 s more, in which it loads its networks. */
  readonly timeoutMs: number;
  /** The child is ended when nothing was asked for so long, and started again when needed. Never, when left out. */
  readonly idleAfterMs?: number;
  readonly log?: {
    info(fields: Record<string, unknown>, message: string): void;
    warn(fields: Record<string, unknown>, message: string): void;
  };
}

const WAITING_MAX = 50;
/** On top of the time-out for the first answer of a child: its networks load first, slowly on a busy machine. */
const LOADS_WITHIN_MS = 30_000;
/** Distance from which two faces have nothing in common; half of it parts one person from two. */
const STRANGERS = 1.2;

function unavailable(internal: string, retryAfterSeconds = 2): Fault {
  return new Fault({
    code: 'VISION_UNAVAILABLE',
    status: 503,
    message: 'The photo could not be looked at just now.',
    fix: 'Try again in a moment. If it keeps happening, a smaller photo may help.',
    retryAfterSeconds,
    internal,
  });
}

function noAnswer(reply: ChildReply): Fault {
  if (reply.kind === 'unreadable') {
    return new Fault({
      code: 'PHOTO_UNREADABLE',
      status: 422,
      message: 'This file cannot be read as a photo.',
      fix: 'Open it in a photo app and save it again as JPEG or PNG.',
      internal: reply.detail,
    });
  }
  return unavailable(reply.kind === 'failed' ? reply.detail : 'The child answered out of turn.');
}

/**
 * Starts no process until the first `look` or `warmUp`. Photos are looked at one after another.
 *
 * @example const vision = createVision({ memoryLimitMb: 700, recycleAfter: 200, timeoutMs: 15_000 });
 */
export function createVision(options: VisionOptions): Vision {
  return new ChildVision(options);
}

class ChildVision implements Vision {
  private readonly options: VisionOptions;
  private child: VisionChild | undefined;
  private isLoaded = false;
  private looks = 0;
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(options: VisionOptions) {
    this.options = options;
  }

  async look(photo: Uint8Array, signal?: AbortSignal): Promise<PhotoReport> {
    const reply = await this.inTurn(() => this.ask({ kind: 'look', photo }), signal);
    if (reply.kind === 'report') return reply.report;
    throw noAnswer(reply);
  }

  async findBodies(
    photo: Uint8Array,
    { signal, careful = false }: FindBodiesOptions = {},
  ): Promise<SeenBodies> {
    const question = { kind: 'bodies', photo, careful } as const;
    const reply = await this.inTurn(() => this.ask(question), signal);
    if (reply.kind === 'bodies') return reply.seen;
    throw noAnswer(reply);
  }

  async compareFaces(
    face: Uint8Array,
    picture: Uint8Array,
    signal?: AbortSignal,
  ): Promise<number | null> {
    const question = { kind: 'faces', photo: face, other: picture } as const;
    const reply = await this.inTurn(() => this.ask(question), signal);
    if (reply.kind !== 'faces') throw noAnswer(reply);
    if (reply.distance === null) return null;
    return Math.max(0, Math.min(1, 1 - reply.distance / STRANGERS));
  }

  async swapFace(
    face: Uint8Array,
    target: Uint8Array,
    signal?: AbortSignal,
  ): Promise<SwappedPicture> {
    const question = { kind: 'swap', photo: face, other: target } as const;
    const reply = await this.inTurn(() => this.ask(question), signal);
    if (reply.kind === 'refused') throw swapRefused(reply.reason);
    if (reply.kind !== 'swapped') throw noAnswer(reply);
    const { bytes, widthPx, heightPx } = reply;
    return { bytes, widthPx, heightPx };
  }

  async warmUp(): Promise<void> {
    await this.inTurn(() => this.ask({ kind: 'warm' }));
  }

  processId(): number | undefined {
    return this.child?.isAlive ? this.child.pid : undefined;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.idleTimer);
    await this.retire('closed');
  }

  /** The child works on one thing at a time; whoever gives up while waiting is passed over. */
  private async inTurn(work: () => Promise<ChildReply>, signal?: AbortSignal): Promise<ChildReply> {
    signal?.throwIfAborted();
    if (this.waiting >= WAITING_MAX) {
      throw unavailable(`${this.waiting} photos are waiting already.`, 10);
    }
    this.waiting += 1;
    const turn = this.last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.last = turn.then(
      () => {},
      () => {},
    );
    const givenUp = Promise.withResolvers<never>();
    const giveUp = () => givenUp.reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([turn, givenUp.promise]);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.waiting -= 1;
      this.watchIdleness();
    }
  }

  private async ask(request: ChildQuestion): Promise<ChildReply> {
    if (this.isClosed) throw unavailable('Vision is closed.');
    if (!this.child?.isAlive) this.start();
    const { child } = this;
    if (!child) throw unavailable('No vision process.');
    try {
      const loadingMs = this.isLoaded ? 0 : LOADS_WITHIN_MS;
      const reply = await child.ask(request, this.options.timeoutMs + loadingMs);
      this.isLoaded = true;
      if (request.kind !== 'warm') this.looks += 1;
      await this.recycleIfDue(reply.residentBytes);
      return reply;
    } catch (error) {
      if (!(error instanceof ChildGone)) throw error;
      this.options.log?.warn({ reason: error.message }, 'vision process lost');
      await this.retire('lost');
      throw unavailable(error.message);
    }
  }

  private watchIdleness(): void {
    clearTimeout(this.idleTimer);
    if (this.options.idleAfterMs === undefined || this.isClosed) return;
    this.idleTimer = setTimeout(() => {
      // In turn, so that a photo that arrives just now is not cut off.
      this.last = this.last.then(() => (this.waiting === 0 ? this.retire('idle') : undefined));
    }, this.options.idleAfterMs);
    this.idleTimer.unref();
  }

  private start(): void {
    this.child = new VisionChild();
    this.isLoaded = false;
    this.looks = 0;
    this.options.log?.info({ pid: this.child.pid }, 'vision process started');
  }

  private async recycleIfDue(residentBytes: number): Promise<void> {
    const residentMb = Math.round(residentBytes / 2 ** 20);
    if (residentMb > this.options.memoryLimitMb) {
      await this.retire(`${residentMb} MB resident`);
    } else if (this.looks >= this.options.recycleAfter) {
      await this.retire(`${this.looks} photos looked at`);
    }
  }

  private async retire(reason: string): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    child.kill();
    await child.ended;
    this.options.log?.info({ pid: child.pid, reason }, 'vision process ended');
  }
}
