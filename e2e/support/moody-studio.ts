// A studio as an operator runs it, but for an engine with moods: it refuses some poses, and paints another one wrong.
import type { Engine, EngineRequest } from '@lumiku/engines/engine';
import { EngineFault } from '@lumiku/engines/engine';
import { createLocalEngine } from '@lumiku/engines/local';
import { createFigurePool } from '@lumiku/figure/pool';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';
import { createVision } from '@lumiku/vision';
import { FAILS_ONCE, PAINTED_WRONG, REFUSED } from './moods.ts';

const pool = createFigurePool({ workers: 1 });
const vision = createVision({ memoryLimitMb: 900, recycleAfter: 200, timeoutMs: 60_000 });
const local = createLocalEngine({ pool, faces: vision });
const painted = new Set<string>();
let timesAsked = 0;

const poseOf = (request: EngineRequest) =>
  request.kind === 'pose-transfer' ? request.pose.id : null;
const isRefused = (poseId: string | null) => {
  if (poseId === FAILS_ONCE) timesAsked += 1;
  return poseId === FAILS_ONCE ? timesAsked % 2 === 1 : REFUSED.includes(poseId ?? '');
};

const engine: Engine = {
  ...local,
  submit: async (request, options) => {
    if (isRefused(poseOf(request))) throw new EngineFault('content_refused', 'in a mood');
    if (request.kind !== 'pose-transfer' || request.pose.id !== PAINTED_WRONG) {
      return local.submit(request, options);
    }
    painted.add(options.key);
    // Whoever paints may get a pose wrong: this one turns away.
    return local.submit({ ...request, pose: { ...request.pose, yaw: 180 } }, options);
  },
  follow: async (ticket, watch) => {
    const made = await local.follow(ticket, watch);
    const isPainted = [...painted].some((key) => JSON.stringify(ticket).includes(key));
    return isPainted ? { ...made, source: 'trainedAlgorithmicMedia' } : made;
  },
};
const studio = await createStudio(readConfig(process.env), { engines: [engine], vision });
process.on('SIGTERM', () => {
  void studio.stop().then(async () => {
    await pool.close();
    process.exit(0);
  });
});
await studio.start();
process.stdout.write(`Lumiku is ready: ${studio.url}\n`);
