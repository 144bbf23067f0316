import { apply, fromTurn } from './mat3.ts';
import type { PoseSpec } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import { outwardSign, SIDES } from './side.ts';
import { ankleTarget, footContact } from './solve-leg.ts';
import type { Vec3 } from './solved-pose.ts';
import { reachAtFlexion } from './two-bone.ts';

const STRAIGHTEST_DEGREES = 4;

/**
 * Pelvis over its feet: sideways by the weight, as high as the leg that carries the weight allows with its knee
 * bent by `kneeBend`, and never higher than the other planted leg can reach. A given height wins.
 */
export function placePelvis(spec: PoseSpec, rig: Rig): Vec3 {
  const { left, right } = spec.legs;
  const x = spec.pelvis.x ?? spec.weight * left.at[0] + (1 - spec.weight) * right.at[0];
  const z = spec.pelvis.z ?? spec.weight * left.at[1] + (1 - spec.weight) * right.at[1];
  if (spec.pelvis.y !== undefined) return [x, spec.pelvis.y, z];

  const frame = fromTurn(spec.pelvis);
  let height = Number.POSITIVE_INFINITY;
  for (const side of SIDES) {
    const leg = spec.legs[side];
    const carries = side === 'left' ? spec.weight >= 0.5 : spec.weight <= 0.5;
    if (footContact(leg) === 'free' && !carries) continue;
    const flexion = carries ? Math.max(STRAIGHTEST_DEGREES, spec.kneeBend) : STRAIGHTEST_DEGREES;
    const reach = reachAtFlexion(rig.thigh, rig.shank, flexion);
    const hip = apply(frame, [outwardSign(side) * rig.hipHalfWidth, 0, 0]);
    const ankle = ankleTarget(leg, rig);
    const aside = Math.hypot(ankle[0] - x - hip[0], ankle[2] - z - hip[2]);
    const up = Math.sqrt(Math.max(0, reach * reach - aside * aside));
    height = Math.min(height, ankle[1] + up - hip[1]);
  }
  return [x, height, z];
}
