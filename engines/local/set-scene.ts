import type { Scene } from '@lumiku/contract';
import type { FigureJob } from '@lumiku/figure';

/** The job in the scene that was asked for; what the scene leaves out stays as it is. */
export function setScene(job: FigureJob, scene: Scene | undefined): FigureJob {
  if (!scene) return job;
  const { light, backdrop, transparent, framing } = scene;
  return {
    ...job,
    ...(light && { light }),
    backdrop: transparent ? 'transparent' : (backdrop ?? job.backdrop),
    ...(framing && { camera: { ...job.camera, framing } }),
  };
}
