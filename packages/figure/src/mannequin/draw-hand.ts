import { handChain, type Vec3 } from '@lumiku/pose-kit';
import { addCone, addFlatCone } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { axisX, pointIn } from '../vector.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

/** From the thumb to the little finger: thickness at the root of each part, and how it joins on. */
const DIGITS = [
  { radii: [0.0098, 0.0078, 0.0068, 0.0058], blends: [0.009, 0.003, 0.002] },
  ...[0.0058, 0.006, 0.0057, 0.0051].map((radius) => ({
    radii: [radius, radius * 0.92, radius * 0.92 ** 2, radius * 0.92 ** 3],
    blends: [0.006, 0.002, 0.002],
  })),
];

/** One hand in its frame: +z out of the back, −y along the fingers, thumb on `side` x. */
export function drawHand(plan: BodyPlan, limb: Limb): void {
  const build = 0.97 - 0.08 * plan.measures.feminine;
  const size = (limb.handLength / 0.055) * build;
  const half = 0.0215 * size;
  const reach = limb.handLength;
  const at = (x: number, y: number, z: number): Vec3 => pointIn(limb.hand, [x * -limb.k, -y, z]);
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
  const points = handChain(limb.k > 0 ? 'left' : 'right', limb.handShape, { reach, build });
  // The figure has always grown its fingers before its thumb; the order decides how shapes join.
  for (const digit of [1, 2, 3, 4, 0]) {
    const chain = points
      .slice(1 + 4 * digit, 5 + 4 * digit)
      .map((point) => pointIn(limb.hand, point));
    const { radii, blends } = DIGITS[digit];
    blends.forEach((blend, part) => {
      addCone(
        chain[part],
        chain[part + 1],
        radii[part] * size,
        radii[part + 1] * size,
        blend,
        Part.hand,
      );
    });
  }
}
