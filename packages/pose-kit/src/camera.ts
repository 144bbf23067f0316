import { type Framing, fitFraming } from './fit-framing.ts';
import { apply, multiply, rotationX, rotationY } from './mat3.ts';
import type { Mat3, SolvedPose, Vec3 } from './solved-pose.ts';
import { subtract } from './vec3.ts';

/** Eye to subject in statures: the perspective of a portrait lens, for every framing. */
const EYE_DISTANCE = 3.4;

export interface CameraWish {
  /** Degrees; + turns the subject so that it faces image right. */
  readonly yaw: number;
  /** Degrees; + looks down on the figure. */
  readonly pitch: number;
  readonly framing: Framing;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly solved: SolvedPose;
}

/** A pinhole camera in plain numbers; picture and skeleton of a pose are made with the same one. */
export interface PoseCamera {
  /** World to view: x to image right, y up, z towards the eye. */
  readonly rotation: Mat3;
  /** The point of the world the eye looks at, in statures. */
  readonly target: Vec3;
  /** From the eye to the target, in statures. */
  readonly eyeDistance: number;
  readonly focalPx: number;
  /** Where the target appears on the canvas, from its top left corner. */
  readonly centrePx: readonly [x: number, y: number];
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ProjectedPoint {
  readonly x: number;
  readonly y: number;
  /** From the eye along its axis, in statures. */
  readonly depth: number;
}

/**
 * The camera of a pose: turned by yaw and pitch, and fitted so that `full` shows the whole figure with hands, toes
 * and seat, and the closer framings show it from the top of head or hands to a line that cuts no joint.
 */
export function poseCamera(wish: CameraWish): PoseCamera {
  const rotation = multiply(rotationX(wish.pitch), rotationY(wish.yaw));
  const { joints } = wish.solved;
  const target: Vec3 =
    wish.framing === 'half' || wish.framing === 'bust' ? joints.chest : joints.pelvis;
  const toPlane = (point: Vec3): [number, number, number] => {
    const [x, y, z] = apply(rotation, subtract(point, target));
    const depth = EYE_DISTANCE - z;
    return [x / depth, y / depth, depth];
  };
  const fit = fitFraming(wish.solved, wish.framing, toPlane, wish.widthPx / wish.heightPx);
  const focalPx = fit.focalHeights * wish.heightPx;
  return {
    rotation,
    target,
    eyeDistance: EYE_DISTANCE,
    focalPx,
    centrePx: [
      wish.widthPx / 2 - focalPx * fit.middle[0],
      fit.middleAt * wish.heightPx + focalPx * fit.middle[1],
    ],
    widthPx: wish.widthPx,
    heightPx: wish.heightPx,
  };
}

/** Where a point of the world appears, in pixels from the top left corner. */
export function projectPoint(camera: PoseCamera, point: Vec3): ProjectedPoint {
  const [x, y, z] = apply(camera.rotation, subtract(point, camera.target));
  const depth = camera.eyeDistance - z;
  const scale = camera.focalPx / depth;
  return { x: camera.centrePx[0] + x * scale, y: camera.centrePx[1] - y * scale, depth };
}
