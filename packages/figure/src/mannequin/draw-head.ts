import type { Look } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import {
  eyeRadius,
  eyeX,
  eyeY,
  eyeZ,
  lidRadius,
  skull,
  skullY,
  skullZ,
} from '../distance/head-plan.ts';
import { addCone, addEllipsoid, addHeadShape, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { scale } from '../vector.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

const U = HEAD_UNIT;
const SIDES = [1, -1] as const;

/** Skull, face, nose, ears, eyes, lids and brows of a person. */
export function drawHead(plan: BodyPlan, look: Look): void {
  const m = plan.measures;
  startGroup(Material.head);
  drawSkull(plan);
  const ball = (v: Vec3, r: Vec3, blend: number): void =>
    addEllipsoid(onHead(plan, v), scale(r, U), plan.head.axes, blend * U, Part.head);
  // Nose: bridge, tip, wings.
  const heavy = 1 - 0.14 * m.feminine;
  addCone(
    onHead(plan, [0, 0.06, 0.66]),
    onHead(plan, [0, -0.2, 0.803]),
    0.045 * U,
    0.07 * heavy * U,
    0.09 * U,
    Part.head,
  );
  for (const k of SIDES)
    ball([k * 0.075 * heavy, -0.235, 0.735], [0.066 * heavy, 0.052, 0.075], 0.07);
  // Lips: a soft rise that the paint follows.
  ball([0, -0.475, 0.645], [0.15, 0.035, 0.06], 0.06);
  ball([0, -0.54, 0.63], [0.12, 0.04, 0.065], 0.06);
  if (look.headCover === 'none') drawEars(plan);
  startGroup(Material.eye);
  for (const k of SIDES)
    addEllipsoid(
      onHead(plan, [k * eyeX, eyeY, eyeZ]),
      [eyeRadius * U, eyeRadius * U, eyeRadius * U],
      plan.head.axes,
      0,
      Part.head,
    );
  startGroup(Material.lid);
  addHeadShape(
    Kind.lids,
    [],
    onHead(plan, [0, eyeY, eyeZ]),
    eyeX + lidRadius + 0.02,
    0.03 * U,
    Part.head,
  );
  drawBrows(plan, look);
}

/** The plain head of a mannequin: skull, hint of brow and nose, ears. */
export function drawPlainHead(plan: BodyPlan): void {
  drawSkull(plan);
  addCone(
    onHead(plan, [0, 0.05, 0.66]),
    onHead(plan, [0, -0.2, 0.805]),
    0.045 * U,
    0.075 * U,
    0.1 * U,
    Part.head,
  );
  for (const k of SIDES)
    addCone(
      onHead(plan, [k * 0.1, 0.2, 0.62]),
      onHead(plan, [k * 0.42, 0.19, 0.46]),
      0.06 * U,
      0.05 * U,
      0.16 * U,
      Part.head,
    );
  addEllipsoid(
    onHead(plan, [0, -0.51, 0.63]),
    [0.15 * U, 0.05 * U, 0.06 * U],
    plan.head.axes,
    0.1 * U,
    Part.head,
  );
  drawEars(plan);
}

function drawSkull(plan: BodyPlan): void {
  const m = plan.measures;
  const ball = (v: Vec3, r: Vec3, blend: number): void =>
    addEllipsoid(onHead(plan, v), scale(r, U), plan.head.axes, blend * U, Part.head);
  ball([0, skullY, skullZ], [skull[0], skull[1], skull[2]], 0);
  ball([0, -0.33, 0.1], [m.jaw, 0.57, 0.58], 0.24);
  const chin = 0.235 - 0.065 * m.feminine;
  ball([0, -0.765, 0.36], [chin, 0.14, 0.19], 0.2);
  for (const k of SIDES) ball([k * 0.34, -0.2, 0.44], [0.22, 0.2, 0.2], 0.22);
}

function drawEars(plan: BodyPlan): void {
  for (const k of SIDES) {
    addEllipsoid(
      onHead(plan, [k * 0.69, -0.04, -0.06]),
      [0.07 * U, 0.185 * U, 0.12 * U],
      plan.head.axes,
      0.05 * U,
      Part.head,
    );
    addEllipsoid(
      onHead(plan, [k * 0.735, 0.03, -0.09]),
      [0.05 * U, 0.12 * U, 0.105 * U],
      plan.head.axes,
      0.04 * U,
      Part.head,
    );
  }
}

function drawBrows(plan: BodyPlan, look: Look): void {
  startGroup(Material.brow);
  const thick = look.gender === 'male' ? 0.032 : look.gender === 'female' ? 0.021 : 0.026;
  const arch = look.gender === 'female' ? 0.028 : 0.012;
  const points: readonly (readonly [number, number, number])[] = [
    [0.11, 0.245, 0.8],
    [0.2, 0.268 + arch * 0.6, 1],
    [0.3, 0.275 + arch, 0.95],
    [0.39, 0.262 + arch * 0.7, 0.75],
    [0.46, 0.232, 0.3],
  ];
  for (const k of SIDES)
    for (let i = 0; i + 1 < points.length; i++) {
      const [xa, ya, ra] = points[i];
      const [xb, yb, rb] = points[i + 1];
      addCone(
        onHead(plan, [k * xa, ya, browDepth(xa, ya)]),
        onHead(plan, [k * xb, yb, browDepth(xb, yb)]),
        thick * U * ra,
        thick * U * rb,
        0.02 * U,
        Part.head,
      );
    }
}

/** Depth of the forehead under the brows: the front of the skull ellipsoid. */
function browDepth(x: number, y: number): number {
  const rest = 1 - (x / skull[0]) ** 2 - ((y - skullY) / skull[1]) ** 2;
  return skullZ + skull[2] * Math.sqrt(Math.max(0.05, rest)) - 0.006;
}
