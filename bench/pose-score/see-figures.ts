import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NEUTRAL_LOOK, type Shading } from '@lumiku/contract';
import { createFigurePool } from '@lumiku/figure/pool';
import type { DetectedPerson } from '@lumiku/pose-kit';
import { type LibraryPose, poseShapeDigest, solveLibraryPose } from '@lumiku/poses';
import { peopleOf } from '@lumiku/server/photos';
import { createVision } from '@lumiku/vision';
import sharp from 'sharp';
import { z } from 'zod';

export const SEEN_SIZE = { widthPx: 384, heightPx: 512 };
const SAVED_EVERY = 25;

const Point = z.object({ x: z.number(), y: z.number(), confidence: z.number() });
const Seen = z.record(z.string(), z.array(z.array(Point.nullable()).readonly()));

/** A pose and how the figure in it is drawn. */
export interface Drawing {
  readonly pose: LibraryPose;
  readonly shading: Shading;
  readonly seed: number;
}

/**
 * Draws figures and reads their poses back. What was seen is kept in `file`, so that a second run only draws what
 * changed. Yields in the order of `drawings`.
 */
export async function seeFigures(
  drawings: readonly Drawing[],
  file: string,
): Promise<DetectedPerson[][]> {
  const known = existsSync(file) ? Seen.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const keyOf = ({ pose, shading }: Drawing): string => `${poseShapeDigest(pose)} ${shading}`;
  const missing = drawings.filter((drawing) => known[keyOf(drawing)] === undefined);
  if (missing.length > 0) {
    const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 60_000 });
    const pool = createFigurePool({ workers: 1 });
    try {
      // The next figure is drawn while this one is looked at.
      let next = missing[0] && draw(pool, missing[0]);
      for (const [at, drawing] of missing.entries()) {
        const picture = await next;
        const following = missing[at + 1];
        next = following && draw(pool, following);
        if (!picture) continue;
        known[keyOf(drawing)] = peopleOf(await vision.findBodies(picture, { careful: true }));
        if (at % SAVED_EVERY === SAVED_EVERY - 1) {
          writeFileSync(file, JSON.stringify(known));
          console.error(`${at + 1} of ${missing.length} figures drawn and read`);
        }
      }
    } finally {
      await Promise.all([pool.close(), vision.close()]);
    }
    writeFileSync(file, JSON.stringify(known));
  }
  return drawings.map((drawing) => known[keyOf(drawing)] ?? []);
}

async function draw(
  pool: ReturnType<typeof createFigurePool>,
  { pose, shading, seed }: Drawing,
): Promise<Uint8Array> {
  const { pixels, widthPx, heightPx, channels } = await pool.render({
    ...{ pose: solveLibraryPose(pose), look: NEUTRAL_LOOK, camera: pose.camera, ...SEEN_SIZE },
    ...{ backdrop: '#dfe3e6', smoothEdges: false, shading, seed },
  });
  const raw = { width: widthPx, height: heightPx, channels };
  return await sharp(pixels, { raw }).png({ compressionLevel: 1 }).toBuffer();
}
