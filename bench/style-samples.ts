// Draws the sample picture of every style preset of the avatar generator: bun bench/style-samples.ts [id...]
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Look, Scene, Shading } from '@lumiku/contract';
import { studioJob } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';
import sharp from 'sharp';
import { z } from 'zod';

const STYLES = join(import.meta.dir, '../apps/avatar-generator/styles');
const OUT = join(STYLES, 'samples');
const Style = z.object({ shading: Shading, scene: Scene });
/** Drawn larger than it is shown, so that lines stay fine. */
const SIZE = { widthPx: 480, heightPx: 640 };
const SHOWN_PX = 240;

const LOOK: Look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#b07a4e',
  hairStyle: 'bob',
  hairColour: '#2e1d18',
  headCover: 'none',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#d7a13b',
  bottomColour: '#2f5d8a',
  accentColour: '#f4f2ee',
  expression: 'smile',
};
const POSE = 'contrapposto-hand-on-hip';

const pose = poseLibrary.find(({ id }) => id === POSE);
if (!pose) throw new Error(`There is no pose ${POSE}.`);
const wanted = process.argv.slice(2);
mkdirSync(OUT, { recursive: true });
const pool = createFigurePool({ workers: 2 });
try {
  for (const file of readdirSync(STYLES).filter((name) => name.endsWith('.json'))) {
    const id = basename(file, '.json');
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const { shading, scene } = Style.parse(await Bun.file(join(STYLES, file)).json());
    const { pixels, channels } = await pool.render(
      studioJob({
        pose: solveLibraryPose(pose),
        look: LOOK,
        camera: { ...pose.camera, framing: 'half' },
        ...{ scene, shading, seed: 2, ...SIZE },
      }),
    );
    const raw = { width: SIZE.widthPx, height: SIZE.heightPx, channels };
    await sharp(pixels, { raw })
      .resize(SHOWN_PX, undefined, { kernel: shading === 'pixel' ? 'nearest' : 'lanczos3' })
      .webp({ quality: 84, effort: 6 })
      .toFile(join(OUT, `${id}.webp`));
    console.log(`Drew ${id}`);
  }
} finally {
  await pool.close();
}
