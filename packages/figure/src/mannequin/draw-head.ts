import type { Look } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import {
  eyeRadius,
  eyeY,
  eyeZ,
  face,
  lidRadius,
  skull,
  skullY,
  skullZ,
} from '../distance/head-plan.ts';
import { addCone, addEllipsoid, addHeadShape, addLimb, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { lengthOf, mix, normalise, rotate, scale, subtract } from '../vector.ts';
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
    onHead(plan, [0, -0.2 - face.noseDrop, 0.803]),
    0.045 * U,
    0.07 * heavy * (0.5 + 0.5 * face.nose) * U,
    0.09 * U,
    Part.head,
  );
  for (const k of SIDES)
    ball(
      [k * 0.075 * heavy * face.nose, -0.235 - face.noseDrop, 0.735],
      [0.066 * heavy * face.nose, 0.052, 0.075],
      0.07,
    );
  // Lips: a soft rise that the paint follows.
  const mouth = face.mouthHalfWidth * 0.75;
  ball([0, -0.475, 0.645], [mouth, 0.035 * face.lips, 0.06], 0.06);
  ball([0, -0.54 - face.gape, 0.63], [mouth * 0.8, 0.04 * face.lips, 0.065], 0.06);
  if (look.headCover === 'none') drawEars(plan);
  startGroup(Material.eye);
  for (const k of SIDES)
    addEllipsoid(
      onHead(plan, [k * face.eyeX, eyeY, eyeZ]),
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
    face.eyeX + lidRadius + 0.02,
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
  ball([0, -0.33, 0.1], [m.jaw * face.jaw, 0.57 + face.chinDrop * 0.6, 0.58], 0.24);
  const chin = (0.235 - 0.065 * m.feminine) * face.chin;
  ball([0, -0.765 - face.chinDrop - face.gape * 0.5, 0.36], [chin, 0.14, 0.19], 0.2);
  const cheek = face.cheeks;
  for (const k of SIDES)
    ball([k * 0.34, -0.2, 0.44], [0.22 * cheek, 0.2 * cheek, 0.2 * cheek], 0.22);
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
  const female = look.gender === 'female' ? 1 : look.gender === 'male' ? 0 : 0.5;
  const thick = (0.033 - 0.012 * female) * face.browThickness;
  const arch = (0.024 + 0.012 * female) * face.browArch;
  const place = (x: number, y: number): Vec3 => [x, y, browDepth(x, y)];
  const inner = place(0.115, 0.27 + face.browLift + face.browWorry);
  const outer = place(0.47, 0.24 + face.browLift - face.browWorry * 0.4);
  const middle = place(0.3, 0.256 + face.browLift + arch);
  const chord = mix(inner, outer, (0.3 - 0.105) / (0.47 - 0.105));
  for (const k of SIDES) {
    const mirrored = (v: Vec3): Vec3 => [v[0] * k, v[1], v[2]];
    const bow = subtract(mirrored(middle), mirrored(chord));
    const rise = lengthOf(bow) * U;
    addLimb(
      onHead(plan, mirrored(inner)),
      onHead(plan, mirrored(outer)),
      {
        radius: (share) => thick * U * (0.25 + 0.75 * Math.sin(Math.PI * (0.22 + 0.73 * share))),
        aside: (share) => rise * Math.sin(Math.PI * share ** 1.15),
      },
      rotate(plan.head.axes, normalise(bow)),
      false,
      0,
      Part.head,
    );
  }
}

/** Depth of the forehead under the brows: the front of the skull, fuller outwards where the cheek melts in. */
function browDepth(x: number, y: number): number {
  const rest = 1 - (x / skull[0]) ** 2 - ((y - skullY) / skull[1]) ** 2;
  return skullZ + skull[2] * Math.sqrt(Math.max(0.05, rest)) + 0.016 + 0.07 * (x - 0.11);
}
