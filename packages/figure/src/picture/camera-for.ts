import { type PoseCamera, poseCamera } from '@lumiku/pose-kit';
import type { FigureJob } from '../figure-job.ts';

/** The camera of a job: the same that projects the pose's skeleton, so that both lie on each other. */
export function cameraFor(job: FigureJob): PoseCamera {
  const { widthPx, heightPx, view } = job;
  if (!view) return poseCamera({ ...job.camera, widthPx, heightPx, solved: job.pose });
  const scale = heightPx / view.heightPx;
  const [x, y] = view.centrePx;
  return {
    ...view,
    focalPx: view.focalPx * scale,
    centrePx: [x * scale, y * scale],
    widthPx,
    heightPx,
  };
}
