import { type PoseCamera, poseCamera } from '@lumiku/pose-kit';
import type { FigureJob } from '../figure-job.ts';

/** The camera of a job: the same that projects the pose's skeleton, so that both lie on each other. */
export const cameraFor = (job: FigureJob): PoseCamera =>
  poseCamera({
    yaw: job.camera.yaw,
    pitch: job.camera.pitch,
    framing: job.camera.framing,
    widthPx: job.widthPx,
    heightPx: job.heightPx,
    solved: job.pose,
  });
