/**
 * Draws the figure that turns beside the sign-in form: one turn as a strip of frames.
 *   bun poses/build/turning-figure.ts
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Look } from '@lumiku/contract';
import { createFigurePool } from '@lumiku/figure/pool';
import sharp from 'sharp';
import { poseLibrary, solveLibraryPose } from '../index.ts';

const TARGET = fileURLToPath(
  new URL('../../web/src/features/welcome/turning-figure.webp', import.meta.url),
);
const POSE_ID = 'contrapposto-hand-on-hip';
/** `turning-figure.tsx` steps through as many. */
const FRAMES = 24;
const FRAME = { widthPx: 330, heightPx: 600 };
const LOOK: Look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#dba878',
  hairStyle: 'long',
  hairColour: '#1d1714',
  headCover: 'hijab',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#7d62d0',
  bottomColour: '#453f7d',
  accentColour: '#3a2f80',
};

const pose = poseLibrary.find(({ id }) => id === POSE_ID);
if (!pose) throw new Error(`The library has no pose ${POSE_ID}.`);
const solved = solveLibraryPose(pose);
const pool = createFigurePool({ workers: Math.min(4, availableParallelism()) });
try {
  const frames = await Promise.all(
    Array.from({ length: FRAMES }, (_, frame) =>
      pool.render({
        pose: solved,
        look: LOOK,
        camera: { yaw: (360 / FRAMES) * frame, pitch: 4, framing: 'full' },
        widthPx: FRAME.widthPx * 2,
        heightPx: FRAME.heightPx * 2,
        backdrop: 'transparent',
        smoothEdges: true,
        seed: 1,
      }),
    ),
  );
  const small = await Promise.all(
    frames.map(({ pixels, widthPx, heightPx, channels }) =>
      sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } })
        .resize(FRAME.widthPx, FRAME.heightPx)
        .png()
        .toBuffer(),
    ),
  );
  const { size } = await sharp({
    create: {
      width: FRAME.widthPx * FRAMES,
      height: FRAME.heightPx,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    },
  })
    .composite(small.map((input, frame) => ({ input, left: frame * FRAME.widthPx, top: 0 })))
    .webp({ quality: 76, alphaQuality: 80, effort: 6 })
    .toFile(TARGET);
  process.stdout.write(`${TARGET}: ${FRAMES} frames, ${Math.round(size / 1000)} KB\n`);
} finally {
  await pool.close();
}
