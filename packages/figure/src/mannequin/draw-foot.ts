import type { Vec3 } from '@lumiku/pose-kit';
import { addBox, addCone, addEllipsoid, addFlatCone, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { axisX, pointIn } from '../vector.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

export type ShoeStyle = 'sneaker' | 'leather' | 'flat' | 'bare';

/** Both feet; the ankle joint is 0.04 above the sole. */
export function drawFeet(plan: BodyPlan, style: ShoeStyle, material: Material): void {
  startGroup(material);
  for (const limb of plan.sides) drawUpper(plan, limb, style);
  if (style === 'sneaker' || style === 'leather') {
    startGroup(Material.sole);
    for (const limb of plan.sides) drawSole(limb, style);
  }
}

function drawUpper(plan: BodyPlan, limb: Limb, style: ShoeStyle): void {
  const at = (x: number, y: number, z: number): Vec3 => pointIn(limb.foot, [x, y, z]);
  const side = axisX(limb.foot.axes);
  const wide = 1.03 - 0.09 * plan.measures.feminine;
  if (style === 'bare') addCone(limb.ankle, at(0, -0.012, -0.004), 0.0185, 0.021, 0.008, Part.foot);
  const heel = style === 'flat' ? 0.019 : 0.0215;
  const top = style === 'sneaker' ? -0.006 : -0.013;
  addCone(
    at(0, top, -0.004),
    at(0, -0.02, -0.014),
    style === 'flat' ? 0.0185 : 0.0215,
    heel,
    0.01,
    Part.foot,
  );
  addFlatCone(
    at(0, -0.019, -0.008),
    at(0, -0.0235, 0.062),
    0.02,
    0.0165,
    side,
    1.12 * wide,
    0.012,
    Part.foot,
  );
  const toe = style === 'leather' ? 0.0115 : 0.0135;
  addFlatCone(
    at(0, -0.0245, 0.052),
    at(0, -0.0262, 0.09),
    0.0155,
    toe,
    side,
    1.42 * wide,
    0.01,
    Part.foot,
  );
}

function drawSole(limb: Limb, style: ShoeStyle): void {
  const at = (x: number, y: number, z: number): Vec3 => pointIn(limb.foot, [x, y, z]);
  const thick = style === 'sneaker' ? 0.0052 : 0.0028;
  const y = -0.0395 + thick;
  addBox(
    at(0, y, 0.03),
    [0.0135, thick * 0.4, 0.05],
    thick * 0.6,
    limb.foot.axes,
    0.004,
    Part.foot,
  );
  addEllipsoid(at(0, y, 0.072), [0.0235, thick, 0.036], limb.foot.axes, 0.004, Part.foot);
  addEllipsoid(at(0, y, -0.012), [0.0208, thick, 0.0235], limb.foot.axes, 0.004, Part.foot);
  if (style === 'leather')
    addEllipsoid(
      at(0, y + 0.002, -0.012),
      [0.019, thick + 0.002, 0.021],
      limb.foot.axes,
      0.004,
      Part.foot,
    );
}
