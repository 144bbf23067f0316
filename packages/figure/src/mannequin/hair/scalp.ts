import type { Vec3 } from '@lumiku/pose-kit';
import { skull, skullY, skullZ } from '../../distance/head-plan.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from '../body-plan.ts';

const RADIANS = Math.PI / 180;
export const U = HEAD_UNIT;

/**
 * A point over the scalp, in the world: `around` degrees from the forehead towards the subject's left ear, `up`
 * degrees from eye height to the crown, `off` head units away from the skull.
 */
export function scalp(plan: BodyPlan, around: number, up: number, off: number): Vec3 {
  const a = around * RADIANS;
  const b = up * RADIANS;
  return onHead(plan, [
    (skull[0] + off) * Math.sin(a) * Math.cos(b),
    skullY + (skull[1] + off) * Math.sin(b),
    skullZ + (skull[2] + off) * Math.cos(a) * Math.cos(b),
  ]);
}
