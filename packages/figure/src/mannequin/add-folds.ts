import type { Vec3 } from '@lumiku/pose-kit';
import { addFoldsAt } from '../scene/draw-shapes.ts';
import { add, dot, normalise, scale, subtract } from '../vector.ts';
import type { Limb } from './body-plan.ts';

const STRAIGHT = 0.00045;
const BENT = 0.00125;

/** Folds of a sleeve at its elbow or of a leg at its knee: faint on a straight limb, deep inside a bend. */
export function addJointFolds(limb: Limb, joint: 'elbow' | 'knee', depth = 1): void {
  const [from, at, to, reach] =
    joint === 'elbow'
      ? ([limb.shoulder, limb.elbow, limb.wrist, 0.036] as const)
      : ([limb.hip, limb.knee, limb.ankle, 0.05] as const);
  const upper = normalise(subtract(at, from));
  const lower = normalise(subtract(to, at));
  const bend = (1 - dot(upper, lower)) / 2;
  const along = normalise(add(upper, lower), upper);
  const inner = normalise(subtract(lower, upper), limb.calf);
  const inside = bend > 0.02 ? inner : joint === 'knee' ? limb.calf : scale(limb.calf, -1);
  const amount = (STRAIGHT + BENT * Math.min(1, bend * 2.4)) * depth;
  addFoldsAt(add(at, scale(inside, 0.008)), along, inside, { depth: amount, reach, count: 300 });
}

/** Cloth that gathers above a hem: at the ankle of trousers, around the waist. */
export function addGather(at: Vec3, along: Vec3, front: Vec3, reach: number, depth: number): void {
  addFoldsAt(at, along, front, { depth, reach, count: 260 });
}
