import type { Mat3, Vec3 } from '@lumiku/pose-kit';
import { column, multiply, rotationY } from '@lumiku/pose-kit/mat3';
import { degreesBetween, scale, unit } from '@lumiku/pose-kit/vec3';
import { outwardSign, type Side } from './puppet.ts';
import { turnTowards } from './turn-towards.ts';

const RADIANS = Math.PI / 180;

/** Where a limb's upper part points, in the part it hangs from. */
export function pointing(frame: Mat3): Vec3 {
  return scale(column(frame, 1), -1);
}

/** The same frame pointing elsewhere, turned no more than that needs. */
export function pointedAt(frame: Mat3, direction: Vec3): Mat3 {
  return multiply(turnTowards(pointing(frame), direction), frame);
}

/** An arm's direction: degrees from hanging, and round the body (0 outward, 90 forward, -90 back). */
export interface ArmDirection {
  readonly raise: number;
  readonly round: number;
}

export function armDirection(upper: Mat3, side: Side): ArmDirection {
  const [x, y, z] = pointing(upper);
  const flat = Math.hypot(x, z);
  return {
    raise: degreesBetween([0, -1, 0], [x, y, z]),
    round: flat < 1e-6 ? 30 : Math.atan2(z, outwardSign(side) * x) / RADIANS,
  };
}

export function directionOfArm({ raise, round }: ArmDirection, side: Side): Vec3 {
  const flat = Math.sin(raise * RADIANS);
  return unit([
    outwardSign(side) * flat * Math.cos(round * RADIANS),
    -Math.cos(raise * RADIANS),
    flat * Math.sin(round * RADIANS),
  ]);
}

/** A thigh's direction in the pelvis: degrees forward, and out to its own side. */
export interface ThighDirection {
  readonly forward: number;
  readonly out: number;
}

export function thighDirection(thigh: Mat3, side: Side): ThighDirection {
  const [x, y, z] = pointing(thigh);
  return {
    forward: Math.atan2(z, -y) / RADIANS,
    out: Math.atan2(outwardSign(side) * x, Math.hypot(y, z)) / RADIANS,
  };
}

export function directionOfThigh({ forward, out }: ThighDirection, side: Side): Vec3 {
  const [f, o] = [forward * RADIANS, out * RADIANS];
  return [outwardSign(side) * Math.sin(o), -Math.cos(o) * Math.cos(f), Math.cos(o) * Math.sin(f)];
}

/** A hand straight on its forearm, palm to the body. */
export function straightHand(side: Side): Mat3 {
  return rotationY(90 * outwardSign(side));
}
