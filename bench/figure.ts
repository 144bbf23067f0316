// How long a picture takes on two threads, beside the same picture on the calling thread alone; and on threads that have
// never drawn, as after a start.
import { type FigureJob, renderFigure } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';
import { type Figure, percentile, printFigures, timeEach } from './support/report.ts';

const SIZES = [
  { widthPx: 384, heightPx: 512, target: 'under 120 ms' },
  { widthPx: 768, heightPx: 1024, target: 'under 300 ms' },
  { widthPx: 1536, heightPx: 2048, target: 'under 1000 ms' },
] as const;
const POSES = 12;
const FIRST_SIZE = { widthPx: 768, heightPx: 1024 };
/** What a studio that draws everything itself has its threads draw once a photo has been looked at. */
const WARMING_SIZE = { widthPx: 192, heightPx: 256 };
const FIRSTS = 7;
/** Drawn before the clock starts: until then the engine still compiles what the figure is drawn with. */
const WARM_UPS = 36;

const look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#b77f57',
  hairStyle: 'long',
  hairColour: '#4a2f21',
  headCover: 'none',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#2f62b5',
  bottomColour: '#22304d',
  accentColour: '#c9a13b',
} as const;

const step = Math.floor(poseLibrary.length / POSES);
const scenes = poseLibrary
  .filter((_, at) => at % step === 0)
  .slice(0, POSES)
  .map((pose) => ({ pose: solveLibraryPose(pose), camera: pose.camera }));

function jobAt(at: number, size: Pick<FigureJob, 'widthPx' | 'heightPx'>): FigureJob {
  const scene = scenes[at % scenes.length];
  if (!scene) throw new Error('the library has no poses');
  return {
    ...size,
    pose: scene.pose,
    look,
    camera: scene.camera,
    backdrop: '#dfe3e8',
    smoothEdges: true,
    seed: 7,
  };
}

/** Milliseconds two new threads take for their first picture: from hiring them, or once they have drawn a small one. */
async function timeFirst(job: FigureJob, warming?: FigureJob): Promise<number> {
  const hired = performance.now();
  const fresh = createFigurePool({ workers: 2 });
  if (warming) await fresh.render(warming);
  const start = warming ? performance.now() : hired;
  await fresh.render(job);
  const took = performance.now() - start;
  await fresh.close();
  return took;
}

const pool = createFigurePool({ workers: 2 });
const figures: Figure[] = [];
const firsts: number[] = [];
const warmed: number[] = [];
for (let at = 0; at < FIRSTS; at += 1) {
  firsts.push(await timeFirst(jobAt(at, FIRST_SIZE)));
  warmed.push(await timeFirst(jobAt(at, FIRST_SIZE), jobAt(0, WARMING_SIZE)));
}
for (const { target, ...size } of SIZES) {
  const two = await timeEach(POSES, (at) => pool.render(jobAt(at, size)), WARM_UPS);
  const one = await timeEach(POSES, (at) => renderFigure(jobAt(at, size)), 2);
  figures.push({
    what: `figure ${size.widthPx}×${size.heightPx}, smooth edges`,
    unit: 'ms',
    measured: percentile(two, 0.5),
    tail: percentile(two, 0.99),
    baseline: { what: 'one thread', value: percentile(one, 0.5) },
    target,
  });
}
const warm = { what: 'warm', value: figures[1]?.measured ?? Number.NaN };
for (const [when, times] of [
  ['of new threads', firsts],
  ['after a small one', warmed],
] as const) {
  figures.push({
    what: `first figure 768×1024 ${when}`,
    unit: 'ms',
    measured: percentile(times, 0.5),
    tail: percentile(times, 0.99),
    baseline: warm,
    target: 'under 700 ms',
  });
}
await pool.close();
printFigures(`Clay figure, ${POSES} poses a size, warm`, figures);
