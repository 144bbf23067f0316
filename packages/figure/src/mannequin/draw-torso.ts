import { addCone, addEllipsoid, addFlatCone } from '../scene/draw-shapes.ts';
import { Part } from '../scene/material.ts';
import { add, axisX, pointIn, rotate } from '../vector.ts';
import type { BodyPlan } from './body-plan.ts';

const BLEND = 0.024;
/** Ribs, waist and hips melt into one trunk. */
const TRUNK_BLEND = 0.036;
/** About what that melting adds where two of them overlap. */
const TRUNK_SWELLING = 0.0045;

/** Ribs, shoulders and bust, `loose` wider than the body. */
export function drawChest(plan: BodyPlan, loose: number): void {
  const { chest, measures: m } = plan;
  const side = axisX(chest.axes);
  const at = (x: number, y: number, z: number) => pointIn(chest, [x, y, z]);
  addFlatCone(
    at(0, -0.07, 0.001),
    at(0, 0.034, -0.001),
    m.waist.depth * 0.84 + loose,
    m.ribs.depth * 0.96 + loose,
    side,
    m.ribs.broad,
    TRUNK_BLEND,
    Part.torso,
  );
  addCone(
    at(-0.045, 0.068, -0.006),
    at(0.045, 0.068, -0.006),
    0.036 + loose,
    0.036 + loose,
    BLEND,
    Part.torso,
  );
  for (const limb of plan.sides) {
    const k = limb.k;
    const shoulder = add(limb.shoulder, rotate(chest.axes, [-k * 0.012, -0.013, -0.002]));
    addCone(
      pointIn(plan.neck, [k * 0.012, 0.012, -0.01]),
      shoulder,
      0.0195 + loose,
      m.arm[0].radius * 0.88 + loose * 0.8,
      BLEND,
      Part.torso,
    );
    if (m.bust > 0.05)
      addEllipsoid(
        at(k * 0.034, 0.012, 0.03 + 0.0085 * m.bust),
        [0.035 + loose, 0.035 + loose, 0.018 + 0.0115 * m.bust + loose],
        chest.axes,
        0.018 + loose,
        Part.torso,
      );
    else
      addEllipsoid(
        at(k * 0.039, 0.03 - loose, 0.032),
        // Loose cloth falls straight from there.
        [0.042 + loose, 0.03 + loose * 1.6, 0.024 + loose * 0.4],
        chest.axes,
        0.02,
        Part.torso,
      );
  }
  if (m.bust > 0.05 && loose > 0.0025) drawSpan(plan, loose);
}

/** Cloth does not follow the body in between: it spans from one side to the other and falls from there. */
function drawSpan(plan: BodyPlan, loose: number): void {
  const m = plan.measures;
  addEllipsoid(
    pointIn(plan.chest, [0, -0.002, 0.033 + 0.0085 * m.bust]),
    [0.046 + loose, 0.04 + loose, 0.0135 + 0.0115 * m.bust + loose * 0.9],
    plan.chest.axes,
    0.026,
    Part.torso,
  );
}

/** Waist and belly. */
export function drawWaist(plan: BodyPlan, loose: number): void {
  const { waist, measures: m } = plan;
  addFlatCone(
    pointIn(waist, [0, -0.025, 0]),
    pointIn(waist, [0, 0.075, 0.001]),
    m.waist.depth - TRUNK_SWELLING * 0.7 + loose,
    m.waist.depth * 0.88 - TRUNK_SWELLING + loose,
    axisX(waist.axes),
    m.waist.broad,
    TRUNK_BLEND,
    Part.torso,
  );
  if (m.belly > 0.005) {
    const size = 0.046 + m.belly * 0.08;
    addEllipsoid(
      pointIn(waist, [0, -0.012, 0.012 + m.belly * 0.09]),
      [size * 1.25 + loose, size * 1.1 + loose, size + loose],
      waist.axes,
      0.03,
      Part.torso,
    );
  }
}

/** Hips and seat. */
export function drawPelvis(plan: BodyPlan, loose: number): void {
  const { pelvis, measures: m } = plan;
  addFlatCone(
    pointIn(pelvis, [0, -0.008, -0.002]),
    pointIn(pelvis, [0, 0.04, 0]),
    m.pelvis.depth + loose,
    m.pelvis.depth * 0.86 + loose,
    axisX(pelvis.axes),
    m.pelvis.broad,
    TRUNK_BLEND,
    Part.torso,
  );
  const seat = 0.043 + 0.003 * m.feminine;
  for (const limb of plan.sides)
    addEllipsoid(
      pointIn(pelvis, [limb.k * 0.041, -0.026, -0.031]),
      [seat + loose, seat + loose, seat * 0.9 * m.build + loose],
      pelvis.axes,
      0.022,
      Part.torso,
    );
}

/** From the shoulders into the head. */
export function drawNeck(plan: BodyPlan): void {
  addCone(
    pointIn(plan.neck, [0, -0.02, -0.001]),
    add(plan.headBase, rotate(plan.head.axes, [0, 0.014, -0.004])),
    plan.measures.neck * 1.04,
    plan.measures.neck * 0.94,
    0.02,
    Part.torso,
  );
}
