import { fileURLToPath } from 'node:url';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import type { FigureJob } from '../figure-job.ts';

const SIZE = { widthPx: 144, heightPx: 192 };

/** The few pictures that are kept to see by how much a change of the renderer changes them. */
export const GOLDEN_JOBS: Readonly<Record<string, FigureJob>> = {
  'clay-standing': job('clay', 'standing', 'full'),
  'dress-jumping': job(EXAMPLE_LOOKS[4], 'jumping', 'full'),
  'sarong-seated': job(EXAMPLE_LOOKS[5], 'seated', 'full'),
  'coat-hand-on-hip': job(EXAMPLE_LOOKS[3], 'handOnHip', 'half'),
  'suit-bust': job(EXAMPLE_LOOKS[2], 'standing', 'bust'),
  'kebaya-bust': job(EXAMPLE_LOOKS[6], 'standing', 'bust'),
};

function job(
  look: FigureJob['look'] | undefined,
  pose: Parameters<typeof examplePose>[0],
  framing: FigureJob['camera']['framing'],
): FigureJob {
  return {
    ...SIZE,
    pose: examplePose(pose),
    look: look ?? 'clay',
    camera: { yaw: 18, pitch: 4, framing },
    backdrop: '#dfe3e8',
    smoothEdges: true,
    seed: 11,
  };
}

/** Where the kept picture of a job lies. */
export const goldenFile = (name: string): string =>
  fileURLToPath(new URL(`../../goldens/${name}.png`, import.meta.url));
