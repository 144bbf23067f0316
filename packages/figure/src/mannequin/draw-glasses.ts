import type { Look } from '@lumiku/contract';
import { addCone, addHeadShape, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

const MIDDLE_X = 0.285;
const FRONT_Z = 0.83;
const WRAP = 0.32;

/** Frames, and dark lenses for sunglasses. */
export function drawGlasses(plan: BodyPlan, look: Look): void {
  if (look.glasses === 'none') return;
  const round = look.glasses === 'round';
  const sun = look.glasses === 'sun';
  const halfWidth = round ? 0.205 : 0.225;
  const halfHeight = round ? 0.205 : sun ? 0.17 : 0.145;
  const corner = round ? 0.205 : sun ? 0.12 : 0.06;
  const wire = round ? 0.016 : 0.023;
  const rim = [halfWidth, halfHeight, corner, MIDDLE_X, 0.01, FRONT_Z, WRAP, wire];
  const centre = onHead(plan, [0, 0, 0.75]);
  startGroup(Material.glasses);
  addHeadShape(Kind.rims, [...rim, 0], centre, 0.62, 0, Part.head);
  const u = HEAD_UNIT;
  const gap = MIDDLE_X - halfWidth;
  addCone(
    onHead(plan, [-gap, 0.06, FRONT_Z]),
    onHead(plan, [gap, 0.06, FRONT_Z]),
    wire * u,
    wire * u,
    0,
    Part.head,
  );
  for (const k of [1, -1]) {
    const edge = MIDDLE_X + halfWidth;
    addCone(
      onHead(plan, [k * edge, 0.06, FRONT_Z - WRAP * edge * edge]),
      onHead(plan, [k * 0.72, 0.07, 0.02]),
      wire * u,
      wire * 0.9 * u,
      0,
      Part.head,
    );
  }
  if (!sun) return;
  startGroup(Material.lens);
  addHeadShape(Kind.rims, [...rim, 1], centre, 0.62, 0, Part.head);
}
