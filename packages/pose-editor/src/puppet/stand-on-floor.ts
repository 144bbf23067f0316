import type { Vec3 } from '@lumiku/pose-kit';
import { column, fromUpAndFront, multiply, transpose } from '@lumiku/pose-kit/mat3';
import { ankleHeight } from './move-joint.ts';
import { legInWorld, poseOf } from './pose-of.ts';
import { type Puppet, SIDES, type Side } from './puppet.ts';
import { withLeg } from './reach.ts';

/** How near the floor the middle of other parts may come. */
const LOWEST = { knee: 0.04, pelvis: 0.06, hand: 0.012, toe: 0.008 };
/** A figure whose lowest part is this near the floor stands on it. */
const STANDS_BELOW = 0.03;

/** Height of the lowest part above where the floor would carry it. */
function clearance(puppet: Puppet): number {
  const { joints } = poseOf(puppet);
  const gaps = SIDES.flatMap((side) => [
    joints[`${side}Ankle`][1] - ankleHeight(puppet, side),
    joints[`${side}Knee`][1] - LOWEST.knee,
    joints[`${side}Hand`][1] - LOWEST.hand,
    joints[`${side}Toe`][1] - LOWEST.toe,
  ]);
  return Math.min(joints.pelvis[1] - LOWEST.pelvis, ...gaps);
}

function flatFoot(puppet: Puppet, side: Side): Puppet {
  const { shin, foot } = legInWorld(puppet, side);
  const [x, , z] = column(foot, 2);
  const heading: Vec3 = Math.hypot(x, z) < 1e-3 ? [0, 0, 1] : [x, 0, z];
  return withLeg(puppet, side, {
    foot: multiply(transpose(shin), fromUpAndFront([0, 1, 0], heading)),
  });
}

/** Puts `next` on the floor when `before` stood on it: lowest foot flat, nothing below. Jumping figures stay up. */
export function standOnFloor(before: Puppet, next: Puppet): Puppet {
  if (before.support !== 'none' || clearance(before) > STANDS_BELOW) return next;
  return putOnFloor(next);
}

/** Lowers or lifts the whole figure until its lowest part is on the floor; a foot that carries it is flat. */
export function putOnFloor(puppet: Puppet): Puppet {
  let next = puppet;
  for (let round = 0; round < 2; round += 1) {
    const gap = clearance(next);
    next = { ...next, at: [next.at[0], next.at[1] - gap, next.at[2]] };
    for (const side of SIDES) {
      const { ankle } = legInWorld(next, side);
      if (ankle[1] < ankleHeight(next, side) + 0.005) next = flatFoot(next, side);
    }
  }
  return next;
}
