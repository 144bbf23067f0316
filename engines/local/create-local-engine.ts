import { Fault } from '@lumiku/contract';
import type { FigurePool } from '@lumiku/figure';
import {
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineOutput,
  type EnginePicture,
  type EngineRequest,
  type EngineTicket,
  type EngineWatch,
} from '../engine.ts';
import type { FaceSwapper } from '../port/engine-definition.ts';
import { clipWork } from './clip/clip-work.ts';
import { makeClip } from './clip/make-clip.ts';
import { drawWork } from './draw-work.ts';
import { encodePng } from './encode-png.ts';
import { createHeldRequests } from './held-requests.ts';
import {
  type DrawWork,
  type LocalWork,
  readLocalTicket,
  writeLocalTicket,
} from './local-ticket.ts';
import { swapFace } from './swap-face.ts';
import { upscale } from './upscale.ts';

/** The longest shape, 9:16, with 1536 pixels on its shorter side. */
const LONGEST_SIDE_PX = 2736;
const CLIP_SIDE_PX = 1368;
const CLIP_SECONDS_MAX = 10;
const PICTURE_SIDE_PX = 4096;
const WORKS = {
  ...{ isAi: false, takesSeed: true, reportsProgress: true, sendsPreviews: false },
  ...{ cancels: true, costUsd: 0, models: [] },
} as const;

export interface LocalEngineParts {
  /** Stays the caller's; `close` leaves it. */
  readonly pool: FigurePool;
  /** Left out where photos are not looked at: then no faces are swapped. */
  readonly faces?: FaceSwapper | null;
}

/**
 * The engine that needs no key: draws a look in a pose as a figure on this machine (the look is given, or read from
 * words), moves it, and swaps faces and enlarges pictures by classical means. Following a ticket of a figure draws
 * the same again, in any process and for free; work on pictures waits in the instance that took it.
 */
export function createLocalEngine({ pool, faces = null }: LocalEngineParts): Engine {
  const running = new Map<string, AbortController>();
  const held = createHeldRequests();

  async function work(
    ticket: LocalWork,
    signal: AbortSignal,
    watch: EngineWatch,
  ): Promise<EngineOutput> {
    switch (ticket.task) {
      case 'draw':
        return await draw(pool, ticket, signal, watch);
      case 'clip':
        return await makeClip(pool, ticket, signal, watch.onProgress);
      case 'face-swap':
        return await swapFace(faces, held.get(ticket.id, 'face-swap'), signal, watch.onProgress);
      case 'upscale':
        return await upscale(held.get(ticket.id, 'upscale'), signal, watch.onProgress);
    }
  }

  return {
    id: 'local',
    title: 'Local studio',
    capabilities: capabilities(faces !== null),
    submit: async (request, { signal, key }) => {
      if (signal.aborted) throw new EngineFault('cancelled', 'Stopped before it was begun.');
      checkSize(request);
      const ticket = workFor(request, key);
      if (ticket.task === 'face-swap' || ticket.task === 'upscale') held.keep(key, request);
      return writeLocalTicket(ticket);
    },
    // Nothing is done before a ticket is followed, and doing it twice costs nothing.
    find: async () => 'not-submitted',
    follow: async (ticket, watch) => {
      const wanted = readLocalTicket(ticket);
      const cancelled = new AbortController();
      running.set(wanted.id, cancelled);
      const signal = AbortSignal.any([watch.signal, cancelled.signal]);
      try {
        return await work(wanted, signal, watch);
      } catch (error) {
        if (signal.aborted)
          throw new EngineFault('cancelled', 'The work was cancelled.', { cause: error });
        if (error instanceof EngineFault || error instanceof Fault) throw error;
        throw new EngineFault('bad_output', 'The local studio failed.', { cause: error });
      } finally {
        running.delete(wanted.id);
      }
    },
    cancel: async (ticket) => {
      running.get(idOf(ticket))?.abort(new Error('Cancelled.'));
    },
    close: async () => {
      for (const cancelled of running.values()) cancelled.abort(new Error('The engine closes.'));
    },
  };
}

function capabilities(swapsFaces: boolean): EngineCapability[] {
  const figure = { ...WORKS, longestSidePx: LONGEST_SIDE_PX };
  return [
    { kind: 'pose-transfer', poseInput: 'skeleton', keepsIdentity: false, ...figure },
    { kind: 'text-to-image', ...figure },
    {
      ...{ kind: 'image-to-video', ...WORKS, longestSidePx: CLIP_SIDE_PX },
      ...{ sizeMultiplePx: 2, secondsMax: CLIP_SECONDS_MAX },
    },
    { kind: 'upscale', ...WORKS, longestSidePx: PICTURE_SIDE_PX },
    ...(swapsFaces
      ? [{ kind: 'face-swap', ...WORKS, longestSidePx: PICTURE_SIDE_PX } as const]
      : []),
  ];
}

function workFor(request: EngineRequest, id: string): LocalWork {
  switch (request.kind) {
    case 'image-to-video':
      return { id, ...clipWork(request) };
    case 'face-swap':
    case 'upscale':
      return { id, task: request.kind };
    default:
      return { id, ...drawWork(request) };
  }
}

function checkSize(request: EngineRequest): void {
  if (request.kind === 'face-swap') return;
  const most =
    request.kind === 'image-to-video'
      ? CLIP_SIDE_PX
      : request.kind === 'upscale'
        ? PICTURE_SIDE_PX
        : LONGEST_SIDE_PX;
  if (Math.max(request.widthPx, request.heightPx) > most)
    throw new EngineFault(
      'invalid_input',
      `The local studio makes this up to ${most} pixels on the longest side.`,
    );
  if (request.kind === 'image-to-video' && request.seconds > CLIP_SECONDS_MAX)
    throw new EngineFault(
      'invalid_input',
      `The local studio makes clips of up to ${CLIP_SECONDS_MAX} seconds.`,
    );
}

async function draw(
  pool: FigurePool,
  work: DrawWork,
  signal: AbortSignal,
  watch: EngineWatch,
): Promise<EnginePicture> {
  watch.onProgress({ fraction: 0, stage: 'drawing' });
  const picture = await pool.render(work.job, {
    signal,
    onProgress: (fraction) => watch.onProgress({ fraction, stage: 'drawing' }),
  });
  watch.onProgress({ fraction: 1, stage: 'encoding' });
  return {
    kind: 'picture',
    bytes: await encodePng(picture, 6),
    mediaType: 'image/png',
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    seed: work.job.seed,
    source: 'algorithmicMedia',
    ...(work.note === undefined ? {} : { note: work.note }),
    ...(work.unreadWords === undefined ? {} : { unreadWords: work.unreadWords }),
  };
}

function idOf(ticket: EngineTicket): string {
  try {
    return readLocalTicket(ticket).id;
  } catch {
    return '';
  }
}
