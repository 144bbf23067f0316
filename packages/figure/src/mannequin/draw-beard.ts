import type { Look } from '@lumiku/contract';
import { face } from '../distance/head-plan.ts';
import { addHeadShape, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { addBow, swelling } from './add-bow.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

const U = HEAD_UNIT;

interface BeardShape {
  readonly thick: number;
  /** How far it hangs below the chin. */
  readonly drop: number;
  readonly isChinOnly: boolean;
  readonly moustache: number;
}
const SHAPES: Readonly<Record<Exclude<Look['beard'], 'none' | 'stubble'>, BeardShape>> = {
  moustache: { thick: 0, drop: 0, isChinOnly: false, moustache: 0.05 },
  goatee: { thick: 0.03, drop: 0.05, isChinOnly: true, moustache: 0.034 },
  short: { thick: 0.03, drop: 0.02, isChinOnly: false, moustache: 0.036 },
  full: { thick: 0.075, drop: 0.16, isChinOnly: false, moustache: 0.046 },
  long: { thick: 0.09, drop: 0.62, isChinOnly: false, moustache: 0.05 },
};

/** Moustache and beard; stubble is only paint. */
export function drawBeard(plan: BodyPlan, look: Look): void {
  if (look.beard === 'none' || look.beard === 'stubble') return;
  const shape = SHAPES[look.beard];
  startGroup(Material.beard);
  if (look.beard !== 'moustache')
    addHeadShape(
      Kind.beard,
      [plan.measures.jaw * face.jaw, shape.thick, shape.drop, shape.isChinOnly ? 1 : 0],
      onHead(plan, [0, -0.45 - shape.drop * 0.4, 0.1]),
      1.15 + shape.drop * 0.6,
      0.04 * U,
      Part.head,
    );
  const w = face.mouthHalfWidth;
  const low = face.noseDrop * 0.5;
  for (const k of [1, -1])
    addBow(
      [
        onHead(plan, [k * 0.008, -0.375 - low, 0.715]),
        onHead(plan, [k * w * 0.55, -0.395 - low, 0.685]),
        onHead(plan, [k * (w + 0.02), -0.49, 0.585]),
      ],
      swelling(shape.moustache * U, shape.moustache * 1.05 * U, 0.014 * U),
      { blend: 0.03 * U },
    );
}
