// Whether the renderer's memory stays flat: resident size of this process with one drawing thread over many pictures.
import { createFigurePool } from '@lumiku/figure/pool';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';
import { lookOf } from './figure-sheets/looks.ts';
import { printFigures } from './support/report.ts';

const PICTURES = 1000;
const WARM = 50;

const megabytes = (): number => {
  Bun.gc(true);
  return process.memoryUsage.rss() / 2 ** 20;
};

const bare = megabytes();
const pool = createFigurePool({ workers: 1 });
const draw = async (at: number): Promise<void> => {
  const pose = poseLibrary[(at * 37) % poseLibrary.length];
  if (!pose) throw new Error('the library has no poses');
  await pool.render({
    pose: solveLibraryPose(pose),
    look: lookOf({}),
    camera: pose.camera,
    ...{ widthPx: 96, heightPx: 128, backdrop: '#dfe3e8', smoothEdges: true, seed: at },
  });
};
for (let at = 0; at < WARM; at += 1) await draw(at);
const warm = megabytes();
for (let at = WARM; at < PICTURES; at += 1) await draw(at);
const last = megabytes();
await pool.close();
printFigures(`Memory of one drawing thread, ${PICTURES} pictures`, [
  {
    ...{ what: 'added to the process by a thread', unit: 'MB', measured: last - bare },
    ...{ baseline: { what: 'process alone', value: bare }, target: 'under 250 MB' },
  },
  {
    ...{ what: `after ${PICTURES} pictures`, unit: 'MB', measured: last },
    ...{ baseline: { what: `after ${WARM}`, value: warm }, target: 'flat' },
  },
]);
