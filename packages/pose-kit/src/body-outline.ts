import { column } from './mat3.ts';
import type { JointName, SolvedPose, Vec3 } from './solved-pose.ts';
import { add, scale } from './vec3.ts';

/** A ball of the figure's outline: the body with room for hair, clothes and shoes. */
export interface OutlineBall {
  readonly at: Vec3;
  readonly radius: number;
}

const RADII: readonly (readonly [JointName, number])[] = [
  ['headTop', 0.03],
  ['head', 0.085],
  ['neck', 0.06],
  ['chest', 0.1],
  ['pelvis', 0.1],
  ['leftShoulder', 0.06],
  ['rightShoulder', 0.06],
  ['leftElbow', 0.042],
  ['rightElbow', 0.042],
  ['leftWrist', 0.03],
  ['rightWrist', 0.03],
  ['leftHip', 0.06],
  ['rightHip', 0.06],
  ['leftKnee', 0.055],
  ['rightKnee', 0.055],
  ['leftAnkle', 0.04],
  ['rightAnkle', 0.04],
  ['leftToe', 0.025],
  ['rightToe', 0.025],
];
const KNUCKLES_TO_TIPS = 0.056;
const SEAT_HALF_WIDTH = 0.13;

/** Finger tips of one hand with the fingers straight. */
export function fingerTips(pose: SolvedPose, side: 'left' | 'right'): Vec3 {
  const fingers = scale(column(pose.frames[`${side}Hand`], 1), -KNUCKLES_TO_TIPS);
  return add(pose.joints[`${side}Hand`], fingers);
}

/** What a picture of the whole figure has to show, with the stool or chair it sits on. */
export function bodyOutline(pose: SolvedPose): OutlineBall[] {
  const balls = RADII.map(([name, radius]) => ({ at: pose.joints[name], radius }));
  for (const side of ['left', 'right'] as const) {
    balls.push({ at: fingerTips(pose, side), radius: 0.012 });
    const heel = add(
      pose.joints[`${side}Ankle`],
      scale(column(pose.frames[`${side}Foot`], 2), -0.035),
    );
    balls.push({ at: heel, radius: 0.03 });
  }
  if (pose.support === 'stool' || pose.support === 'chair') {
    const [x, , z] = pose.joints.pelvis;
    for (const dx of [-SEAT_HALF_WIDTH, SEAT_HALF_WIDTH]) {
      for (const dz of [-SEAT_HALF_WIDTH, SEAT_HALF_WIDTH]) {
        balls.push({ at: [x + dx, 0, z + dz], radius: 0.01 });
      }
    }
  }
  return balls;
}
