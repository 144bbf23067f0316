import type { Look } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import {
  eyeRadius,
  eyeY,
  eyeZ,
  face,
  lidRadius,
  mouthLine,
  mouthY,
  mouthZ,
  skull,
  skullY,
  skullZ,
  upperLid,
} from '../distance/head-plan.ts';
import {
  addCone,
  addEllipsoid,
  addHeadShape,
  addLimb,
  cutHole,
  startGroup,
} from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { lengthOf, mix, normalise, rotate, scale, subtract } from '../vector.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';
import { femininityOf } from './femininity.ts';

const U = HEAD_UNIT;
const SIDES = [1, -1] as const;
/** An open mouth shows what is in it from here on. */
const OPEN = 0.02;

/** Skull, face, nose, ears, eyes, lids, lashes and brows of a person. */
export function drawHead(plan: BodyPlan, look: Look, hasEars: boolean): void {
  const ball = ballOn(plan);
  startGroup(Material.head);
  drawSkull(plan);
  drawNose(plan);
  if (hasEars) drawEars(plan);
  for (const k of SIDES)
    cutHole(
      { origin: onHead(plan, [k * (face.eyeX + 0.006), eyeY + 0.012, 0.75]), axes: plan.head.axes },
      [0.235 * U, 0.148 * U, 0.145 * U],
      0.085 * U,
    );
  if (face.gape > OPEN)
    cutHole(
      { origin: onHead(plan, [0, mouthY - 0.02 - face.gape * 0.95, 0.6]), axes: plan.head.axes },
      [face.mouthHalfWidth * 0.8 * U, (face.gape + 0.01) * U, 0.2 * U],
      0.012 * U,
    );
  addHeadShape(Kind.lips, [], onHead(plan, [0, mouthY, mouthZ - 0.03]), 0.36, 0.03 * U, Part.head);
  addHeadShape(
    Kind.lids,
    [],
    onHead(plan, [0, eyeY, eyeZ]),
    face.eyeX + lidRadius + 0.02,
    0.022 * U,
    Part.head,
  );
  startGroup(Material.eye);
  for (const k of SIDES) ball([k * face.eyeX, eyeY, eyeZ], [eyeRadius, eyeRadius, eyeRadius], 0);
  if (face.gape > OPEN) drawMouth(plan);
  drawLashes(plan, look);
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
  ballOn(plan)([0, -0.51, 0.63], [0.15, 0.05, 0.06], 0.1);
  drawEars(plan);
}

const ballOn =
  (plan: BodyPlan) =>
  (v: Vec3, r: Vec3, blend: number): void =>
    addEllipsoid(onHead(plan, v), scale(r, U), plan.head.axes, blend * U, Part.head);

function drawSkull(plan: BodyPlan): void {
  const m = plan.measures;
  const ball = ballOn(plan);
  ball([0, skullY, skullZ], [skull[0], skull[1], skull[2]], 0);
  ball([0, -0.33, 0.1], [m.jaw * face.jaw, 0.57 + face.chinDrop * 0.6, 0.575], 0.24);
  const chin = (0.235 - 0.07 * m.feminine) * face.chin;
  ball([0, -0.765 - face.chinDrop - face.gape * 0.45, 0.375], [chin, 0.135, 0.18], 0.2);
  const cheek = face.cheeks;
  const raised = 0.03 * Math.max(0, face.smile);
  for (const k of SIDES)
    ball([k * 0.345, -0.235 + raised, 0.435], [0.215 * cheek, 0.19 * cheek, 0.2 * cheek], 0.2);
}

/** Bridge, tip, wings. */
function drawNose(plan: BodyPlan): void {
  const ball = ballOn(plan);
  const heavy = 1 - 0.14 * plan.measures.feminine;
  const low = -0.215 - face.noseDrop;
  addCone(
    onHead(plan, [0, 0.07, 0.635]),
    onHead(plan, [0, low, 0.775]),
    0.042 * U,
    0.066 * heavy * (0.5 + 0.5 * face.nose) * U,
    0.1 * U,
    Part.head,
  );
  ball([0, low - 0.008, 0.79], [0.072 * heavy * face.nose, 0.062, 0.058], 0.05);
  for (const k of SIDES)
    ball(
      [k * 0.08 * heavy * face.nose, low - 0.032, 0.72],
      [0.06 * heavy * face.nose, 0.047, 0.07],
      0.055,
    );
}

function drawEars(plan: BodyPlan): void {
  const ball = ballOn(plan);
  const e = face.ears;
  for (const k of SIDES) {
    ball([k * 0.69, -0.06, -0.06], [0.065, 0.185 * e, 0.11 * e], 0.04);
    ball([k * 0.745, 0.0, -0.1], [0.045, 0.17 * e, 0.125 * e], 0.03);
    cutHole(
      { origin: onHead(plan, [k * 0.83, -0.01, -0.03]), axes: plan.head.axes },
      [0.085 * U, 0.115 * e * U, 0.09 * e * U],
      0.03 * U,
    );
  }
}

/** Teeth above, tongue below; the hollow itself is painted dark. */
function drawMouth(plan: BodyPlan): void {
  const ball = ballOn(plan);
  const w = face.mouthHalfWidth;
  if (face.smile > 0.3) {
    startGroup(Material.tooth);
    // Behind the lips, which bow down in the middle of a smile.
    ball([0, mouthLine(0) - 0.008, 0.522], [w * 0.76, 0.05, 0.09], 0);
  }
  startGroup(Material.tongue);
  ball([0, mouthLine(0) - face.gape * 1.85, 0.5], [w * 0.55, face.gape * 0.7, 0.11], 0);
}

/** A dark line along each upper lid, longer and with a wing where lashes are made up. */
function drawLashes(plan: BodyPlan, look: Look): void {
  startGroup(Material.lash);
  const bold = { none: 0, natural: 0.25, soft: 0.55, bold: 1 }[look.makeup ?? 'none'];
  const feminine = femininityOf(look);
  const thick = 0.0115 + 0.0075 * feminine + 0.008 * bold;
  const wing = 0.012 + 0.02 * feminine + 0.035 * bold;
  for (const k of SIDES) {
    const place = (x: number, lift: number): Vec3 => {
      const y = upperLid(x, k) + lift;
      const rest = (lidRadius + 0.002) ** 2 - x * x - y * y * 1.05;
      return [k * (face.eyeX + x), eyeY + y, eyeZ + Math.sqrt(Math.max(0.004, rest))];
    };
    const inner = place(-0.165, 0.0);
    const outer = place(0.19 + wing, wing * 0.75);
    const middle = place(0.02, 0.004);
    const chord = mix(inner, outer, 0.5);
    const bow = subtract(middle, chord);
    const rise = lengthOf(bow) * U;
    addLimb(
      onHead(plan, inner),
      onHead(plan, outer),
      {
        radius: (share) =>
          thick * U * (0.3 + 0.7 * Math.sin(Math.PI * (0.12 + 0.72 * share) ** 0.9)),
        aside: (share) => rise * Math.sin(Math.PI * share ** 0.96),
      },
      rotate(plan.head.axes, normalise(bow)),
      false,
      0,
      Part.head,
    );
  }
}

function drawBrows(plan: BodyPlan, look: Look): void {
  startGroup(Material.brow);
  const female = femininityOf(look);
  const thick = (0.037 - 0.013 * female) * face.browThickness;
  const arch = (0.026 + 0.014 * female) * face.browArch;
  for (const k of SIDES) {
    const lift = face.browLift + face.browTilt * k + 0.008;
    const place = (x: number, y: number): Vec3 => [k * x, y, browDepth(x, y)];
    const inner = place(0.118, 0.245 + lift + face.browWorry);
    const outer = place(0.485, 0.222 + lift - face.browWorry * 0.4);
    const middle = place(0.31, 0.238 + lift + arch);
    const chord = mix(inner, outer, (0.31 - 0.118) / (0.485 - 0.118));
    const bow = subtract(middle, chord);
    const rise = lengthOf(bow) * U;
    addLimb(
      onHead(plan, inner),
      onHead(plan, outer),
      {
        radius: (share) => thick * U * (0.22 + 0.78 * Math.sin(Math.PI * (0.24 + 0.71 * share))),
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
  return skullZ + skull[2] * Math.sqrt(Math.max(0.05, rest)) + 0.006 + 0.05 * (x - 0.11);
}
