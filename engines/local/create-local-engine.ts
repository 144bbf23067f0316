import type { FigurePicture, FigurePool } from '@lumiku/figure';
import sharp from 'sharp';
import {
  type Engine,
  EngineFault,
  type EngineWatch,
  type PoseTransferRequest,
  type TextToImageRequest,
} from '../engine.ts';
import { figureJobFor } from './figure-job-for.ts';
import { type LocalWork, readLocalTicket, writeLocalTicket } from './local-ticket.ts';
import { figureJobFromWords } from './words/figure-job-from-words.ts';

/** The longest shape, 9:16, with 1536 pixels on its shorter side. */
const LONGEST_SIDE_PX = 2736;
const DRAWS = {
  ...{ longestSidePx: LONGEST_SIDE_PX, isAi: false, takesSeed: true, reportsProgress: true },
  ...{ sendsPreviews: false, cancels: true, costUsd: 0, models: [] },
} as const;

/**
 * The engine that needs no key: draws a look in a pose as a clay figure on this machine; the look is given, or read
 * from words. Following a
 * ticket draws the same picture again, in any process and for free. The pool stays the caller's; `close` leaves it.
 */
export function createLocalEngine({ pool }: { pool: FigurePool }): Engine {
  const running = new Map<string, AbortController>();

  async function draw(work: LocalWork, watch: EngineWatch): Promise<FigurePicture> {
    const cancelled = new AbortController();
    running.set(work.id, cancelled);
    const signal = AbortSignal.any([watch.signal, cancelled.signal]);
    try {
      watch.onProgress({ fraction: 0, stage: 'drawing' });
      return await pool.render(work.job, {
        signal,
        onProgress: (fraction) => watch.onProgress({ fraction, stage: 'drawing' }),
      });
    } catch (error) {
      if (signal.aborted)
        throw new EngineFault('cancelled', 'Drawing was cancelled.', { cause: error });
      throw new EngineFault('bad_output', 'The figure could not be drawn.', { cause: error });
    } finally {
      running.delete(work.id);
    }
  }

  return {
    id: 'local',
    title: 'Local studio',
    capabilities: [
      { kind: 'pose-transfer', poseInput: 'skeleton', keepsIdentity: false, ...DRAWS },
      { kind: 'text-to-image', ...DRAWS },
    ],
    submit: async (request, { signal, key }) => {
      if (signal.aborted) throw new EngineFault('cancelled', 'Drawing was cancelled.');
      const { kind } = request;
      if (kind !== 'pose-transfer' && kind !== 'text-to-image')
        throw new EngineFault('invalid_input', `The local studio does no ${kind}.`);
      if (Math.max(request.widthPx, request.heightPx) > LONGEST_SIDE_PX)
        throw new EngineFault(
          'invalid_input',
          `The local studio draws up to ${LONGEST_SIDE_PX} pixels on the longest side.`,
        );
      return writeLocalTicket({ id: key, ...workFor(request) });
    },
    // Nothing is drawn before a ticket is followed, and drawing it twice costs nothing.
    find: async () => 'not-submitted',
    follow: async (ticket, watch) => {
      const work = readLocalTicket(ticket);
      const picture = await draw(work, watch);
      watch.onProgress({ fraction: 1, stage: 'encoding' });
      const bytes = await encodePng(picture);
      return {
        kind: 'picture',
        bytes,
        mediaType: 'image/png',
        widthPx: picture.widthPx,
        heightPx: picture.heightPx,
        seed: work.job.seed,
        source: 'algorithmicMedia',
        ...(work.note === undefined ? {} : { note: work.note }),
        ...(work.unreadWords === undefined ? {} : { unreadWords: work.unreadWords }),
      };
    },
    cancel: async (ticket) => {
      const id = typeof ticket.id === 'string' ? ticket.id : '';
      running.get(id)?.abort(new Error('Cancelled.'));
    },
    close: async () => {
      for (const cancelled of running.values()) cancelled.abort(new Error('The engine closes.'));
    },
  };
}

function workFor(request: PoseTransferRequest | TextToImageRequest): Omit<LocalWork, 'id'> {
  return request.kind === 'text-to-image'
    ? figureJobFromWords(request)
    : { job: figureJobFor(request) };
}

async function encodePng(picture: FigurePicture): Promise<Uint8Array> {
  const { pixels, widthPx, heightPx, channels } = picture;
  return await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
