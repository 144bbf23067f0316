import { createHash } from 'node:crypto';
import type { PoseTemplate } from '@lumiku/contract';
import { poseCamera, poseEmbedding, projectCoco18, type SolvedPose } from '@lumiku/pose-kit';

const CANVAS = { widthPx: 768, heightPx: 1024 };

export interface SeenPose {
  readonly solved: SolvedPose;
  /** Degrees. */
  readonly yaw: number;
  readonly pitch: number;
  readonly framing: PoseTemplate['framing'];
}

function round(fraction: number): number {
  return Math.round(fraction * 1e4) / 1e4;
}

/** COCO-18 of a pose seen by its camera, as fractions of a 3:4 canvas. */
export function keypointsOf(pose: SeenPose): PoseTemplate['keypoints'] {
  return projectCoco18(pose.solved, poseCamera({ ...pose, ...CANVAS })).map((point) =>
    point ? [round(point.x / CANVAS.widthPx), round(point.y / CANVAS.heightPx)] : null,
  );
}

/** What a row keeps of how a pose looks, beside the pose itself. */
export function shapeColumns(pose: SeenPose) {
  return {
    keypoints: keypointsOf(pose),
    embedding: poseEmbedding(pose.solved, pose),
    version: createHash('sha256').update(JSON.stringify(pose)).digest('hex').slice(0, 12),
  };
}

/** From which side a camera at `yaw` sees the hips. */
export function viewAt(yaw: number): PoseTemplate['view'] {
  const turned = Math.abs(((((yaw + 180) % 360) + 360) % 360) - 180);
  if (turned <= 20) return 'front';
  if (turned < 60) return 'three_quarter';
  return turned <= 120 ? 'side' : 'back';
}
