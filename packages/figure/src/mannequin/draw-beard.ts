import type { Look } from '@lumiku/contract';
import { addCone, addHeadShape, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

/** Moustache and beard; stubble is only paint. */
export function drawBeard(plan: BodyPlan, look: Look): void {
  if (look.beard === 'none' || look.beard === 'stubble') return;
  startGroup(Material.beard);
  const u = HEAD_UNIT;
  if (look.beard !== 'moustache') {
    const full = look.beard === 'full';
    addHeadShape(
      Kind.beard,
      [plan.measures.jaw, full ? 0.085 : 0.035, full ? 0.22 : 0.03, 0],
      onHead(plan, [0, -0.45, 0.1]),
      1.15,
      0.04 * u,
      Part.head,
    );
  }
  const thick = look.beard === 'full' ? 0.05 : look.beard === 'moustache' ? 0.046 : 0.036;
  for (const k of [1, -1])
    addCone(
      onHead(plan, [k * 0.17, -0.43, 0.64]),
      onHead(plan, [0, -0.365, 0.735]),
      thick * 0.75 * u,
      thick * u,
      0.05 * u,
      Part.head,
    );
}
