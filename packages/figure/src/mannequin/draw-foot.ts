import type { Vec3 } from '@lumiku/pose-kit';
import {
  addBox,
  addCone,
  addEllipsoid,
  addFlatCone,
  cutHole,
  cutPlane,
  startGroup,
} from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { axisX, axisY, mix, pointIn } from '../vector.ts';
import { addBow } from './add-bow.ts';
import type { BodyPlan, Limb } from './body-plan.ts';
import type { Shoes } from './shoes.ts';

/** How a shoe differs from the foot in it. Stature units; the ankle joint is 0.04 above the sole. */
interface ShoeShape {
  /** Height and radius of the collar around the ankle. */
  readonly collar: number;
  readonly collarRadius: number;
  readonly heel: number;
  readonly toe: number;
  readonly toeLength: number;
  readonly sole: number;
  readonly isOpen: boolean;
}

const SHAPES: Readonly<Record<Shoes, ShoeShape>> = {
  sneakers: {
    collar: -0.006,
    collarRadius: 0.0215,
    heel: 0.0215,
    toe: 0.0138,
    toeLength: 0.09,
    sole: 0.0058,
    isOpen: false,
  },
  boots: {
    collar: 0.04,
    collarRadius: 0.0228,
    heel: 0.0222,
    toe: 0.0138,
    toeLength: 0.089,
    sole: 0.0052,
    isOpen: false,
  },
  loafers: {
    collar: -0.015,
    collarRadius: 0.0205,
    heel: 0.0205,
    toe: 0.0118,
    toeLength: 0.09,
    sole: 0.003,
    isOpen: false,
  },
  oxfords: {
    collar: -0.012,
    collarRadius: 0.021,
    heel: 0.0208,
    toe: 0.0112,
    toeLength: 0.094,
    sole: 0.0032,
    isOpen: false,
  },
  flats: {
    collar: -0.021,
    collarRadius: 0.0182,
    heel: 0.0185,
    toe: 0.0108,
    toeLength: 0.087,
    sole: 0.0016,
    isOpen: false,
  },
  heels: {
    collar: -0.019,
    collarRadius: 0.018,
    heel: 0.018,
    toe: 0.0088,
    toeLength: 0.092,
    sole: 0.0014,
    isOpen: false,
  },
  sandals: {
    collar: -0.02,
    collarRadius: 0.018,
    heel: 0.019,
    toe: 0.0108,
    toeLength: 0.086,
    sole: 0.0034,
    isOpen: true,
  },
};

/** The feet of these legs in their shoes. */
export function drawFeet(plan: BodyPlan, limbs: readonly Limb[], shoes: Shoes): void {
  const shape = SHAPES[shoes];
  if (shape.isOpen || shoes === 'flats' || shoes === 'heels') {
    startGroup(Material.skin);
    for (const limb of limbs) drawFoot(plan, limb, shape.isOpen);
  }
  startGroup(Material.shoe);
  for (const limb of limbs) {
    if (shape.isOpen) drawStraps(limb);
    else drawUpper(plan, limb, shoes, shape);
  }
  startGroup(Material.sole);
  for (const limb of limbs) {
    drawSole(limb, shape.sole, shoes);
    if (shoes === 'heels') drawHeel(limb);
  }
}

/** The feet of a plain mannequin. */
export function drawBareFeet(plan: BodyPlan): void {
  startGroup(Material.clay);
  for (const limb of plan.sides) drawFoot(plan, limb, true);
}

const footOf =
  (limb: Limb) =>
  (x: number, y: number, z: number): Vec3 =>
    pointIn(limb.foot, [x, y, z]);
const widthOf = (plan: BodyPlan): number => 1.03 - 0.09 * plan.measures.feminine;

/** A bare foot; in a pump its toes are left to the shoe. */
function drawFoot(plan: BodyPlan, limb: Limb, hasToes: boolean): void {
  const at = footOf(limb);
  const side = axisX(limb.foot.axes);
  const wide = widthOf(plan);
  addCone(limb.ankle, at(0, -0.012, -0.004), 0.0178, 0.0195, 0.008, Part.foot);
  addCone(at(0, -0.013, -0.004), at(0, -0.022, -0.014), 0.0195, 0.0175, 0.01, Part.foot);
  addFlatCone(
    at(0, -0.019, -0.008),
    at(0, -0.0265, hasToes ? 0.06 : 0.05),
    0.0185,
    0.0145,
    side,
    1.12 * wide,
    0.012,
    Part.foot,
  );
  if (!hasToes) return;
  addFlatCone(
    at(0, -0.0275, 0.05),
    at(0, -0.0305, 0.085),
    0.0125,
    0.0095,
    side,
    1.6 * wide,
    0.01,
    Part.foot,
  );
}

function drawUpper(plan: BodyPlan, limb: Limb, shoes: Shoes, shape: ShoeShape): void {
  const at = footOf(limb);
  const side = axisX(limb.foot.axes);
  const wide = widthOf(plan);
  if (shoes === 'boots')
    addCone(mix(limb.ankle, limb.knee, 0.2), limb.ankle, 0.0232, shape.collarRadius, 0, Part.foot);
  addCone(
    at(0, Math.min(shape.collar, 0), -0.004),
    at(0, -0.02, -0.014),
    shape.collarRadius,
    shape.heel,
    0.01,
    Part.foot,
  );
  addFlatCone(
    at(0, -0.019, -0.008),
    at(0, -0.0235, 0.062),
    0.02,
    0.0162,
    side,
    1.12 * wide,
    0.012,
    Part.foot,
  );
  addFlatCone(
    at(0, -0.0245, 0.05),
    at(0, -0.0262 - (0.0135 - shape.toe) * 0.5, shape.toeLength),
    0.0155,
    shape.toe,
    side,
    1.42 * wide,
    0.01,
    Part.foot,
  );
  if (shoes === 'boots') cutPlane(mix(limb.ankle, limb.knee, 0.2), axisY(limb.foot.axes), 0.003);
  if (shoes === 'flats' || shoes === 'heels') cutThroat(limb);
  if (shoes === 'sneakers' || shoes === 'boots')
    for (let i = 0; i < 4; i++)
      addCone(
        at(-0.009 * wide, -0.0055 - i * 0.0026, 0.018 + i * 0.0105),
        at(0.009 * wide, -0.0055 - i * 0.0026, 0.018 + i * 0.0105),
        0.0016,
        0.0016,
        0.001,
        Part.other,
      );
}

/** The opening of a pump shows the instep. */
function cutThroat(limb: Limb): void {
  cutHole(
    { origin: footOf(limb)(0, -0.0005, 0.024), axes: limb.foot.axes },
    [0.0165, 0.0165, 0.038],
    0.002,
  );
}

/** Two straps over the toes and one around the heel. */
function drawStraps(limb: Limb): void {
  const at = footOf(limb);
  const strap = (z: number, high: number, wide: number): void =>
    addBow([at(-wide, -0.034, z), at(0, high, z + 0.002), at(wide, -0.034, z)], () => 0.0042, {
      part: Part.foot,
    });
  strap(0.062, -0.0105, 0.0225);
  strap(0.042, -0.005, 0.0215);
}

function drawHeel(limb: Limb): void {
  const at = footOf(limb);
  addCone(at(0, -0.026, -0.02), at(0, -0.037, -0.021), 0.0095, 0.0055, 0.003, Part.foot);
}

function drawSole(limb: Limb, thick: number, shoes: Shoes): void {
  const at = footOf(limb);
  const y = -0.0395 + thick;
  const axes = limb.foot.axes;
  const slim = shoes === 'heels' || shoes === 'flats' ? 0.88 : 1;
  addBox(at(0, y, 0.03), [0.0135 * slim, thick * 0.4, 0.05], thick * 0.6, axes, 0.004, Part.foot);
  addEllipsoid(at(0, y, 0.072), [0.0235 * slim, thick, 0.036], axes, 0.004, Part.foot);
  if (shoes !== 'heels')
    addEllipsoid(at(0, y, -0.012), [0.0208 * slim, thick, 0.0235], axes, 0.004, Part.foot);
  if (shoes === 'oxfords' || shoes === 'loafers')
    addEllipsoid(at(0, y + 0.002, -0.012), [0.019, thick + 0.002, 0.021], axes, 0.004, Part.foot);
}
