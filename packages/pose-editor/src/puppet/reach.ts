import { bendDirection, type Mat3, type Vec3 } from '@lumiku/pose-kit';
import { column, fromUpAndFront, multiply, transpose } from '@lumiku/pose-kit/mat3';
import { solveTwoBone } from '@lumiku/pose-kit/two-bone';
import { degreesBetween, dot, scale, subtract } from '@lumiku/pose-kit/vec3';
import { armInWorld, framesOf, legInWorld } from './pose-of.ts';
import type { Puppet, PuppetArm, PuppetLeg, Side } from './puppet.ts';

/** Rounds in which the collar bone settles on the arm it carries. */
const COLLAR_ROUNDS = 4;

export function withArm(puppet: Puppet, side: Side, change: Partial<PuppetArm>): Puppet {
  return { ...puppet, arms: { ...puppet.arms, [side]: { ...puppet.arms[side], ...change } } };
}

export function withLeg(puppet: Puppet, side: Side, change: Partial<PuppetLeg>): Puppet {
  return { ...puppet, legs: { ...puppet.legs, [side]: { ...puppet.legs[side], ...change } } };
}

/** Brings a wrist as near to `target` as the arm reaches; the elbow keeps its direction, or takes `pole`'s. */
export function reachWithArm(puppet: Puppet, side: Side, target: Vec3, pole?: Vec3): Puppet {
  const { chest } = framesOf(puppet);
  const { upperArm, forearm } = puppet.measures;
  let next = puppet;
  for (let round = 0; round < COLLAR_ROUNDS; round += 1) {
    const now = armInWorld(next, side);
    const towards = pole ?? scale(column(now.upper, 2), -1);
    const bone = solveTwoBone(now.shoulder, target, upperArm, forearm, towards);
    const upper = fromUpAndFront(subtract(now.shoulder, bone.middle), scale(bone.bendsTowards, -1));
    next = withArm(next, side, {
      upper: multiply(transpose(chest), upper),
      bend: degreesBetween(subtract(bone.middle, now.shoulder), subtract(bone.end, bone.middle)),
    });
  }
  return next;
}

/** Brings an ankle as near to `target` as the leg reaches; `foot` is how the foot is turned in the world after it. */
export function reachWithLeg(
  puppet: Puppet,
  side: Side,
  target: Vec3,
  options: { pole?: Vec3; foot?: Mat3 } = {},
): Puppet {
  const { thigh, shank } = puppet.measures;
  const now = legInWorld(puppet, side);
  const towards = options.pole ?? column(now.thigh, 2);
  const bone = solveTwoBone(now.hip, target, thigh, shank, towards);
  const frame = fromUpAndFront(subtract(now.hip, bone.middle), bone.bendsTowards);
  const next = withLeg(puppet, side, {
    thigh: multiply(transpose(puppet.pelvis), frame),
    bend: degreesBetween(subtract(bone.middle, now.hip), subtract(bone.end, bone.middle)),
  });
  if (!options.foot) return next;
  const { shin } = legInWorld(next, side);
  return withLeg(next, side, { foot: multiply(transpose(shin), options.foot) });
}

/** A limb whose three joints are where they are: the upper frame and the bend. A hinge never folds the wrong way. */
export function hingeThrough(
  root: Vec3,
  middle: Vec3,
  end: Vec3,
  expected: Vec3,
): { out: Vec3; bend: number } {
  const out = bendDirection(root, middle, end, expected);
  const bend = degreesBetween(subtract(middle, root), subtract(end, middle));
  return dot(out, expected) < 0 ? { out: expected, bend: 0 } : { out, bend };
}
