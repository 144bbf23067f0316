import type { HeadCover, Look } from '@lumiku/contract';
import type { Mat3, Vec3 } from '@lumiku/pose-kit';
import { HijabWrap } from '../distance/cover-shapes.ts';
import {
  addCone,
  addEllipsoid,
  addHeadShape,
  cutHole,
  cutPlane,
  startGroup,
} from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { axisX, cross, fromAxes, normalise, pointIn, rotate, scale } from '../vector.ts';
import { addBow, swelling } from './add-bow.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';
import { drawDrape } from './draw-drape.ts';

const U = HEAD_UNIT;

/** Lower edge of a hat beside the ears, head units: hair above it is hidden. */
export const HAT_EDGE: Partial<Record<HeadCover, number>> = {
  cap: 0.3,
  beanie: 0.26,
  peci: 0.5,
  blangkon: 0.34,
  hat: 0.46,
};

/** What is worn on the head. */
export function drawCover(plan: BodyPlan, look: Look): void {
  switch (look.headCover) {
    case 'none':
      return;
    case 'hijab':
    case 'hijab_square':
    case 'hijab_instant':
    case 'hijab_turban':
      drawHijab(plan, look.headCover);
      return;
    case 'turban':
      drawTurban(plan);
      return;
    case 'peci':
      startGroup(Material.cover);
      addHeadShape(
        Kind.roundCap,
        [0.98, 0.1, 0.09],
        onHead(plan, [0, 0.68, -0.08]),
        1.05,
        0,
        Part.head,
      );
      return;
    case 'blangkon':
      drawBlangkon(plan);
      return;
    case 'cap':
      drawCap(plan);
      return;
    case 'hat':
      drawHat(plan, Material.cover);
      return;
    case 'beanie':
      startGroup(Material.cover);
      addHeadShape(
        Kind.softCap,
        [0.09, 0.36, 0.16, 0.12, 1],
        onHead(plan, [0, 0.5, -0.08]),
        1.25,
        0,
        Part.head,
      );
      return;
  }
}

function drawHijab(
  plan: BodyPlan,
  cover: 'hijab' | 'hijab_square' | 'hijab_instant' | 'hijab_turban',
): void {
  const wrap = {
    hijab: HijabWrap.pashmina,
    hijab_square: HijabWrap.square,
    hijab_instant: HijabWrap.instant,
    hijab_turban: HijabWrap.turban,
  }[cover];
  startGroup(Material.hijab);
  if (wrap === HijabWrap.turban) {
    addHeadShape(Kind.hijab, [wrap], onHead(plan, [0, -0.2, 0]), 1.5, 0.03 * U, Part.head);
    addEllipsoid(
      onHead(plan, [0, 0.05, -1.0]),
      [0.3 * U, 0.24 * U, 0.2 * U],
      plan.head.axes,
      0.06 * U,
      Part.head,
    );
    // The knot over the forehead.
    addBow(
      [
        onHead(plan, [-0.2, 0.62, 0.62]),
        onHead(plan, [0, 0.72, 0.76]),
        onHead(plan, [0.22, 0.88, 0.52]),
      ],
      swelling(0.05 * U, 0.12 * U, 0.06 * U),
      { blend: 0.04 * U },
    );
    addBow(
      [
        onHead(plan, [0.2, 0.6, 0.62]),
        onHead(plan, [0, 0.76, 0.72]),
        onHead(plan, [-0.22, 0.9, 0.52]),
      ],
      swelling(0.05 * U, 0.12 * U, 0.06 * U),
      { blend: 0.02 * U },
    );
    const under = (v: Vec3): Vec3 => pointIn(plan.neck, v);
    addCone(under([0, 0.05, 0.004]), under([0, -0.02, 0.001]), 0.036, 0.04, 0.03, Part.torso);
    return;
  }
  addHeadShape(Kind.hijab, [wrap], onHead(plan, [0, -0.3, 0]), 1.65, 0.03 * U, Part.head);
  const neck = (v: Vec3): Vec3 => pointIn(plan.neck, v);
  addCone(neck([0, 0.018, 0.002]), neck([0, -0.014, 0.002]), 0.043, 0.052, 0.03, Part.torso);
  drawDrape(plan, wrap);
}

function drawTurban(plan: BodyPlan): void {
  startGroup(Material.cover);
  addHeadShape(Kind.turban, [], onHead(plan, [0, 0.55, -0.1]), 1.15, 0, Part.head);
  addEllipsoid(
    onHead(plan, [0, 1.08, -0.12]),
    [0.34 * U, 0.16 * U, 0.4 * U],
    plan.head.axes,
    0.1 * U,
    Part.head,
  );
}

/** A Javanese head cloth: folded low over the brow, with its knot behind. */
function drawBlangkon(plan: BodyPlan): void {
  startGroup(Material.cover);
  addHeadShape(
    Kind.softCap,
    [0.055, 0.5, 0.1, -0.06, 0],
    onHead(plan, [0, 0.4, -0.08]),
    1.1,
    0,
    Part.head,
  );
  for (const k of [1, -1])
    addBow(
      [
        onHead(plan, [0, 0.74, 0.68]),
        onHead(plan, [k * 0.46, 0.56, 0.52]),
        onHead(plan, [k * 0.72, 0.3, -0.1]),
      ],
      swelling(0.05 * U, 0.055 * U, 0.04 * U),
      { blend: 0.05 * U },
    );
  addEllipsoid(
    onHead(plan, [0, 0.2, -0.93]),
    [0.17 * U, 0.14 * U, 0.13 * U],
    plan.head.axes,
    0.06 * U,
    Part.head,
  );
}

function drawCap(plan: BodyPlan): void {
  startGroup(Material.cover);
  addHeadShape(
    Kind.softCap,
    [0.075, 0.42, 0.12, 0.06, 0],
    onHead(plan, [0, 0.45, -0.08]),
    1.2,
    0,
    Part.head,
  );
  addEllipsoid(
    onHead(plan, [0, 1.13, -0.08]),
    [0.05 * U, 0.035 * U, 0.05 * U],
    plan.head.axes,
    0.01 * U,
    Part.head,
  );
  drawPeak(plan);
}

/** A felt hat: a brim all around that is a little lower in front, and a crown with a dent along its top. */
export function drawHat(plan: BodyPlan, material: Material): void {
  const up = rotate(plan.head.axes, normalise([0, 1, 0.07]));
  startGroup(material);
  addEllipsoid(
    onHead(plan, [0, 0.5, -0.06]),
    scale([1.2, 0.5, 1.28], U),
    plan.head.axes,
    0,
    Part.head,
  );
  cutPlane(onHead(plan, [0, 0.53, -0.06]), up, 0.02 * U);
  cutPlane(onHead(plan, [0, 0.47, -0.06]), scale(up, -1), 0.02 * U);
  startGroup(material);
  addEllipsoid(
    onHead(plan, [0, 0.72, -0.08]),
    scale([0.78, 0.66, 0.88], U),
    plan.head.axes,
    0,
    Part.head,
  );
  cutPlane(onHead(plan, [0, 0.5, -0.06]), scale(up, -1), 0.02 * U);
  cutHole(
    { origin: onHead(plan, [0, 1.5, -0.02]), axes: plan.head.axes },
    [0.2 * U, 0.3 * U, 0.62 * U],
    0.12 * U,
  );
}

/** The peak of a cap: a flat disc that leans forward, and one on each side that hangs lower. */
function drawPeak(plan: BodyPlan): void {
  const x = axisX(plan.head.axes);
  const lean = (degrees: number): Mat3 => {
    const turn = (degrees * Math.PI) / 180;
    const z = rotate(plan.head.axes, [0, -Math.sin(turn), Math.cos(turn)]);
    return fromAxes(x, cross(z, x), z);
  };
  const disc = (at: Vec3, r: Vec3, degrees: number): void =>
    addEllipsoid(onHead(plan, at), scale(r, U), lean(degrees), 0.09 * U, Part.head);
  disc([0, 0.41, 0.62], [0.46, 0.05, 0.6], 14);
  for (const k of [1, -1]) disc([k * 0.3, 0.36, 0.58], [0.26, 0.048, 0.5], 16);
}
