import type { HandShape, Vec3 } from '@lumiku/pose-kit';
import { addCone, addFlatCone } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { add, axisX, pointIn, rotate, scale } from '../vector.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

const RADIANS = Math.PI / 180;
/** From the index to the little finger: place across the palm (share of its half width), length, radius. */
const FINGERS = [
  { across: 0.78, length: 0.0445, radius: 0.0058 },
  { across: 0.27, length: 0.049, radius: 0.006 },
  { across: -0.25, length: 0.046, radius: 0.0057 },
  { across: -0.73, length: 0.037, radius: 0.0051 },
] as const;
/** Degrees each finger bends at the knuckle, the middle and the last joint; thumb: towards the palm. */
const CURLS: Record<
  HandShape,
  { knuckle: number[]; middle: number[]; thumb: number; spread: number }
> = {
  relaxed: { knuckle: [14, 19, 24, 29], middle: [22, 26, 30, 34], thumb: 22, spread: 2.5 },
  flat: { knuckle: [2, 2, 2, 3], middle: [4, 4, 4, 5], thumb: 8, spread: 1 },
  fist: { knuckle: [78, 82, 84, 86], middle: [98, 98, 96, 94], thumb: 62, spread: 0 },
  point: { knuckle: [3, 78, 82, 84], middle: [5, 98, 98, 96], thumb: 55, spread: 0 },
  grip: { knuckle: [42, 46, 50, 54], middle: [52, 54, 56, 58], thumb: 42, spread: 0 },
};
const SHARES = [0.46, 0.31, 0.23];

/** One hand in its frame: +z out of the back, −y along the fingers, thumb on `side` x. */
export function drawHand(plan: BodyPlan, limb: Limb): void {
  const size = (limb.handLength / 0.055) * (0.97 - 0.08 * plan.measures.feminine);
  const thumbSide = -limb.k;
  const half = 0.0215 * size;
  const reach = limb.handLength;
  const at = (x: number, y: number, z: number): Vec3 => pointIn(limb.hand, [x * thumbSide, -y, z]);
  const side = axisX(limb.hand.axes);
  const wrist = plan.measures.arm[plan.measures.arm.length - 1].radius;
  addFlatCone(
    at(0, -0.004, 0),
    at(0.0005, 0.012, 0),
    wrist,
    0.0112 * size,
    side,
    1.12,
    0.004,
    Part.hand,
  );
  addFlatCone(
    at(0.0005, reach * 0.3, -0.0005),
    at(0.001, reach * 0.86, 0),
    0.0102 * size,
    0.0086 * size,
    side,
    (half / (0.0086 * size)) * 0.88,
    0.014,
    Part.hand,
  );
  const curl = CURLS[limb.handShape];
  FINGERS.forEach((finger, i) => {
    const bend = [curl.knuckle[i], curl.middle[i], curl.middle[i] * 0.7];
    const fan = finger.across * curl.spread * RADIANS * 2;
    let angle = 0;
    let tip = at(
      finger.across * half * 0.86,
      reach * (0.97 - 0.05 * Math.abs(finger.across - 0.2)),
      0,
    );
    let radius = finger.radius * size;
    SHARES.forEach((share, joint) => {
      angle += bend[joint] * RADIANS;
      const step = finger.length * size * share;
      const along: Vec3 = [thumbSide * Math.sin(fan), -Math.cos(angle), -Math.sin(angle)];
      const next = add(tip, rotate(limb.hand.axes, scale(along, step)));
      const thinner = radius * 0.92;
      addCone(tip, next, radius, thinner, joint === 0 ? 0.006 : 0.002, Part.hand);
      tip = next;
      radius = thinner;
    });
  });
  drawThumb(limb, size, half, reach, curl.thumb * RADIANS, thumbSide);
}

function drawThumb(
  limb: Limb,
  size: number,
  half: number,
  reach: number,
  fold: number,
  thumbSide: number,
): void {
  const at = (x: number, y: number, z: number): Vec3 => pointIn(limb.hand, [x * thumbSide, -y, z]);
  const inwards = Math.sin(fold);
  const root = at(half * 0.55, reach * 0.22, -0.003 * size);
  const middle = at(
    half * (1.35 - 0.55 * inwards),
    reach * 0.62,
    -(0.006 + 0.014 * inwards) * size,
  );
  const joint = at(
    half * (1.5 - 1.0 * inwards),
    reach * (0.62 + 0.33),
    -(0.008 + 0.02 * inwards) * size,
  );
  const tip = at(
    half * (1.45 - 1.5 * inwards),
    reach * (0.62 + 0.62 - 0.2 * inwards),
    -(0.008 + 0.022 * inwards) * size,
  );
  addCone(root, middle, 0.0098 * size, 0.0078 * size, 0.009, Part.hand);
  addCone(middle, joint, 0.0078 * size, 0.0068 * size, 0.003, Part.hand);
  addCone(joint, tip, 0.0068 * size, 0.0058 * size, 0.002, Part.hand);
}
