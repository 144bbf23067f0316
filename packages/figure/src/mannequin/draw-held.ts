import type { SolvedPose, Vec3 } from '@lumiku/pose-kit';
import {
  addBox,
  addCone,
  addCylinder,
  addEllipsoid,
  addFlatCone,
  startGroup,
} from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import {
  add,
  axisX,
  axisZ,
  cross,
  fromAxes,
  mix,
  normalise,
  pointIn,
  rotate,
  scale,
} from '../vector.ts';
import { addBow } from './add-bow.ts';
import type { BodyPlan, Limb } from './body-plan.ts';

const UP: Vec3 = [0, 1, 0];
/** From the palm's skin to the middle of what lies in it. */
const IN_PALM = 0.0155;

/** What a thing is made of; a plain mannequin holds things of its own clay. */
type Stuff = (material: Material) => void;

/** Draws what the pose holds, in the hands that grip. A thing nobody knows how to draw is left out. */
export function drawHeld(plan: BodyPlan, pose: SolvedPose, isClay: boolean): void {
  const gripping = plan.sides.filter((limb) => limb.handShape === 'grip');
  if (gripping.length === 0) return;
  const stuff: Stuff = (material) => startGroup(isClay ? Material.clay : material);
  for (const thing of pose.props ?? []) THINGS[thing]?.(plan, gripping, stuff);
}

const THINGS: Readonly<
  Record<string, (plan: BodyPlan, gripping: readonly Limb[], stuff: Stuff) => void>
> = {
  phone: (_plan, [limb], stuff) => {
    stuff(Material.lens);
    slab(limb, 0.78, [0.0205, 0.0425, 0.0016], 0.0022);
  },
  book: (plan, gripping, stuff) => {
    stuff(Material.tie);
    const [first, second] = gripping;
    if (!second) {
      slab(first, 0.85, [0.031, 0.045, 0.0045], 0.0015);
      return;
    }
    // Open between both hands.
    for (const limb of gripping) {
      const middle = mix(palmOf(first), palmOf(second), 0.5);
      const page = mix(middle, palmOf(limb), 0.62);
      const out = normalise(cross(UP, axisZ(plan.chest.axes)));
      const tilt = normalise(add(scale(UP, 0.62), scale(axisZ(plan.chest.axes), 0.78)));
      const axes = fromAxes(out, tilt, normalise(cross(out, tilt)));
      addBox(add(page, scale(UP, 0.014)), [0.031, 0.043, 0.003], 0.0012, axes, 0, Part.other);
    }
  },
  cup: (_plan, [limb], stuff) => {
    stuff(Material.prop);
    addCylinder(add(palmOf(limb), [0, 0.012, 0]), 0.0205, 0.034, 0.003, Part.other);
  },
  bag: (plan, gripping, stuff) => {
    const [limb, second] = gripping;
    const isHigh = limb.wrist[1] > plan.waist.origin[1] + 0.04;
    stuff(Material.tie);
    if (isHigh) shoulderBag(plan, limb);
    else handBag(plan, second ? mix(palmOf(limb), palmOf(second), 0.5) : palmOf(limb), !!second);
  },
  jacket: (plan, [limb], stuff) => {
    stuff(Material.tie);
    const at = (x: number, y: number, z: number): Vec3 => pointIn(plan.chest, [limb.k * x, y, z]);
    const top = at(0.062, 0.1, -0.03);
    addBow([palmOf(limb), at(0.072, 0.112, 0.02), top], () => 0.0095, { part: Part.other });
    const side = axisX(plan.chest.axes);
    addFlatCone(top, at(0.062, -0.04, -0.094), 0.0115, 0.014, side, 3.6, 0.01, Part.other);
    addFlatCone(
      at(0.062, -0.04, -0.094),
      at(0.066, -0.21, -0.1),
      0.014,
      0.011,
      side,
      4.4,
      0.02,
      Part.other,
    );
  },
};

const palmOf = (limb: Limb): Vec3 => pointIn(limb.hand, [0, -limb.handLength * 0.72, -IN_PALM]);

/** A flat thing that lies along the palm. */
function slab(limb: Limb, along: number, half: Vec3, round: number): void {
  const middle = pointIn(limb.hand, [0, -limb.handLength * along, -IN_PALM]);
  addBox(middle, half, round, limb.hand.axes, 0, Part.other);
}

/** A bag that hangs from its handle, its flat side to the leg or, before the body, to the front. */
function handBag(plan: BodyPlan, grip: Vec3, isBefore: boolean): void {
  const ahead = normalise([axisZ(plan.pelvis.axes)[0], 0, axisZ(plan.pelvis.axes)[2]], [0, 0, 1]);
  const aside = cross(UP, ahead);
  const along = isBefore ? aside : ahead;
  const thick = isBefore ? ahead : aside;
  const axes = fromAxes(along, UP, normalise(cross(along, UP)));
  const middle = add(grip, [0, -0.098, 0]);
  addBox(middle, [0.06, 0.043, 0.014], 0.008, axes, 0, Part.other);
  for (const k of [1, -1]) {
    const rim = add(add(middle, [0, 0.046, 0]), scale(thick, 0.012 * k));
    addBow(
      [
        add(rim, scale(along, 0.036)),
        add(grip, scale(thick, 0.003 * k)),
        add(rim, scale(along, -0.036)),
      ],
      () => 0.0028,
      { part: Part.other },
    );
  }
}

/** A strap over the shoulder, through the hand, down to a bag at the hip. */
function shoulderBag(plan: BodyPlan, limb: Limb): void {
  const k = limb.k;
  const on = (x: number, y: number, z: number): Vec3 => pointIn(plan.chest, [k * x, y, z]);
  const hip = pointIn(plan.pelvis, [k * 0.122, 0.04, 0.014]);
  const top = on(0.066, 0.11, -0.004);
  const palm = palmOf(limb);
  const strap = (way: readonly [Vec3, Vec3, Vec3]): void =>
    addBow(way, () => 0.0046, { part: Part.other });
  const off = (point: Vec3, x: number, z: number): Vec3 =>
    add(point, rotate(plan.chest.axes, [k * x, 0, z]));
  strap([top, off(mix(top, palm, 0.5), 0, 0.01), palm]);
  strap([palm, off(mix(palm, hip, 0.5), 0.028, 0.03), hip]);
  strap([top, on(0.1, 0, -0.07), hip]);
  const axes = fromAxes(axisZ(plan.pelvis.axes), UP, normalise(cross(axisZ(plan.pelvis.axes), UP)));
  addBox(add(hip, [0, -0.05, 0]), [0.052, 0.04, 0.013], 0.008, axes, 0, Part.other);
  addEllipsoid(add(hip, [0, -0.03, 0]), [0.006, 0.006, 0.024], axes, 0.004, Part.other);
  addCone(hip, add(hip, [0, -0.012, 0]), 0.005, 0.005, 0.002, Part.other);
}
