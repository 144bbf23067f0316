import { mirrorSolvedPose } from '@lumiku/pose-kit';
import { type Limb, sideOf } from './handles.ts';
import { poseOf } from './pose-of.ts';
import { otherSide, type Puppet } from './puppet.ts';
import { puppetOf } from './puppet-of.ts';
import { withArm, withLeg } from './reach.ts';

/** Left and right exchanged. Twice gives the pose back. */
export function mirrorPuppet(puppet: Puppet): Puppet {
  return puppetOf(mirrorSolvedPose(poseOf(puppet)));
}

/** Gives the limb on the other side the same turns. Head and trunk have no other side. */
export function copyToOtherSide(puppet: Puppet, limb: Limb): Puppet {
  const side = sideOf(limb);
  if (!side) return puppet;
  const other = otherSide(side);
  const { arms, legs } = mirrorPuppet(puppet);
  return limb === `${side}Arm`
    ? withArm(puppet, other, arms[other])
    : withLeg(puppet, other, legs[other]);
}
