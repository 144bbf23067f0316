import { type FigurePool, planClip } from '@lumiku/figure';
import sharp from 'sharp';
import type { EngineClip, EngineProgress } from '../../engine.ts';
import type { ClipWork } from '../local-ticket.ts';
import { drawFrames } from './draw-frames.ts';
import { encodeMp4 } from './encode-mp4.ts';
import { encodeWebp } from './encode-webp.ts';

/** Share of the time that is drawing; the rest is putting the frames into a file. */
const DRAWING_SHARE = 0.94;

/** Draws a clip: MP4 where there is an ffmpeg, with the animated WebP beside it; else the WebP. */
export async function makeClip(
  pool: FigurePool,
  work: ClipWork,
  signal: AbortSignal,
  onProgress: (progress: EngineProgress) => void,
): Promise<EngineClip> {
  const plan = planClip(work.job, work.move, work.seconds);
  onProgress({ fraction: 0, stage: 'drawing' });
  const frames = await drawFrames(pool, plan, signal, (share) =>
    onProgress({ fraction: share * DRAWING_SHARE, stage: 'drawing' }),
  );
  onProgress({ fraction: DRAWING_SHARE, stage: 'encoding' });
  const webp = await encodeWebp(frames, plan.framesPerSecond);
  signal.throwIfAborted();
  onProgress({ fraction: (DRAWING_SHARE + 1) / 2, stage: 'encoding' });
  const isClear = work.job.backdrop === 'transparent';
  const mp4 = isClear ? null : await encodeMp4(frames, plan.framesPerSecond, signal);
  onProgress({ fraction: 1, stage: 'encoding' });
  const asWebp = { bytes: webp, mediaType: 'image/webp' } as const;
  return {
    kind: 'clip',
    ...(mp4 ? { bytes: mp4, mediaType: 'video/mp4', alternatives: [asWebp] } : asWebp),
    widthPx: work.job.widthPx,
    heightPx: work.job.heightPx,
    seconds: plan.frames.length / plan.framesPerSecond,
    poster: { bytes: await posterOf(frames[0]), mediaType: 'image/webp' },
    source: 'algorithmicMedia',
    seed: work.job.seed,
    note: {
      en: 'Drawn by the local studio: the same figure, moving.',
      id: 'Digambar oleh studio lokal: figur yang sama, bergerak.',
    },
  };
}

const posterOf = (frame: Uint8Array | undefined): Promise<Uint8Array> =>
  sharp(frame).webp({ quality: 86 }).toBuffer();
