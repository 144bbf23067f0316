import type { Look } from '@lumiku/contract';
import { face } from '../distance/head-plan.ts';
import { addCone, addHeadShape, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

const FRONT_Z = 0.845;
const WRAP = 0.32;
const MIDDLE_Y = -0.02;

/** A frame in head units. */
interface Frame {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly corner: number;
  readonly wire: number;
  /** How much the outer top corner rises, how much the lower half leans to the nose. */
  readonly rise: number;
  readonly pinch: number;
  readonly hasLens: boolean;
}

const plain = { wire: 0.017, rise: 0, pinch: 0, hasLens: false };
const FRAMES: Readonly<Record<Exclude<Look['glasses'], 'none'>, Frame>> = {
  round: { ...plain, halfWidth: 0.215, halfHeight: 0.205, corner: 0.2 },
  square: { ...plain, halfWidth: 0.232, halfHeight: 0.165, corner: 0.07, wire: 0.021 },
  wire: { ...plain, halfWidth: 0.222, halfHeight: 0.16, corner: 0.13, wire: 0.009 },
  cat_eye: {
    ...plain,
    halfWidth: 0.228,
    halfHeight: 0.155,
    corner: 0.11,
    wire: 0.02,
    rise: 0.32,
  },
  sun: {
    ...plain,
    halfWidth: 0.238,
    halfHeight: 0.18,
    corner: 0.12,
    wire: 0.022,
    hasLens: true,
  },
  aviator: {
    ...plain,
    halfWidth: 0.236,
    halfHeight: 0.2,
    corner: 0.15,
    wire: 0.01,
    pinch: -0.25,
    hasLens: true,
  },
};

/** Frames, and tinted lenses for sunglasses. Under a hijab the arms end at the cloth. */
export function drawGlasses(plan: BodyPlan, look: Look): void {
  if (look.glasses === 'none') return;
  const frame = FRAMES[look.glasses];
  const { halfWidth, halfHeight, corner, wire } = frame;
  const middleX = face.eyeX + 0.004;
  const rim = [halfWidth, halfHeight, corner, middleX, MIDDLE_Y, FRONT_Z, WRAP, wire];
  const shape = [frame.rise, frame.pinch];
  const centre = onHead(plan, [0, MIDDLE_Y, 0.75]);
  startGroup(Material.glasses);
  addHeadShape(Kind.rims, [...rim, 0, ...shape], centre, 0.66, 0, Part.head);
  const u = HEAD_UNIT;
  const gap = Math.max(0.03, middleX - halfWidth + 0.005);
  const bridge = (y: number): void =>
    addCone(
      onHead(plan, [-gap, y, FRONT_Z]),
      onHead(plan, [gap, y, FRONT_Z]),
      wire * u,
      wire * u,
      0,
      Part.head,
    );
  bridge(MIDDLE_Y + 0.05);
  if (look.glasses === 'aviator') bridge(MIDDLE_Y + 0.17);
  for (const k of [1, -1]) {
    const edge = middleX + halfWidth;
    const high = MIDDLE_Y + 0.07 + frame.rise * 0.12;
    addCone(
      onHead(plan, [k * edge, high, FRONT_Z - WRAP * edge * edge]),
      onHead(plan, [k * 0.71, 0.06, 0.02]),
      wire * u,
      wire * 0.9 * u,
      0,
      Part.head,
    );
  }
  if (!frame.hasLens) return;
  startGroup(Material.lens);
  addHeadShape(Kind.rims, [...rim, 1, ...shape], centre, 0.66, 0, Part.head);
}
