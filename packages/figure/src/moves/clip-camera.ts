import { bodyOutline, type PoseCamera, poseCamera, type SolvedPose } from '@lumiku/pose-kit';
import { apply } from '@lumiku/pose-kit/mat3';
import { subtract } from '@lumiku/pose-kit/vec3';
import type { FigureJob } from '../figure-job.ts';

const SIDE_MARGIN = 0.06;

/** A place of a clip: a pose seen under a yaw. */
export interface ClipMoment {
  readonly pose: SolvedPose;
  readonly yaw: number;
  readonly mouth?: number;
}

/**
 * One camera for a whole clip: that of the moment which needs the most room, so that none leaves the picture. Given
 * a moment, turned to its yaw.
 */
export function clipCamera(
  moments: readonly ClipMoment[],
  job: Pick<FigureJob, 'camera' | 'widthPx' | 'heightPx'>,
): (moment: ClipMoment) => PoseCamera {
  const { widthPx, heightPx, camera } = job;
  const seen = ({ pose, yaw }: ClipMoment): PoseCamera =>
    poseCamera({ ...camera, yaw, widthPx, heightPx, solved: pose });
  const cameras = moments.map(seen);
  const widest = cameras.reduce((a, b) => (b.focalPx < a.focalPx ? b : a));
  const { target } = widest;
  const middles = cameras.map((c) => (widthPx / 2 - c.centrePx[0]) / c.focalPx);
  const isTurning = moments.some(({ yaw }) => Math.abs(yaw - (moments[0]?.yaw ?? 0)) > 20);
  // What turns stays in the middle of its axis, and so needs as much room on both sides.
  const middle = isTurning ? 0 : (Math.min(...middles) + Math.max(...middles)) / 2;
  const room =
    isTurning && camera.framing === 'full'
      ? (widthPx * (0.5 - SIDE_MARGIN)) / widestReach(moments, cameras, target)
      : Number.POSITIVE_INFINITY;
  const focalPx = Math.min(widest.focalPx, room);
  // Seen smaller, the figure stays on its line rather than on its middle.
  const below = (heightPx - widest.centrePx[1]) / widest.focalPx;
  const spare = heightPx * 0.4 * (1 - focalPx / widest.focalPx);
  const centrePx: PoseCamera['centrePx'] = [
    widthPx / 2 - focalPx * middle,
    heightPx - spare - focalPx * below,
  ];
  return (moment) => ({ ...seen(moment), target, focalPx, centrePx });
}

/** How far to one side the outline ever lies, as a tangent. */
function widestReach(
  moments: readonly ClipMoment[],
  cameras: readonly PoseCamera[],
  target: PoseCamera['target'],
): number {
  let widest = 0;
  for (const [i, { pose }] of moments.entries()) {
    const camera = cameras[i];
    if (!camera) continue;
    for (const { at, radius } of bodyOutline(pose)) {
      const [x, , z] = apply(camera.rotation, subtract(at, target));
      widest = Math.max(widest, (Math.abs(x) + radius) / (camera.eyeDistance - z));
    }
  }
  return widest;
}
