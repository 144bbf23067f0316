import type { Vec3 } from '@lumiku/pose-kit';
import { JACKET_FRONT_ROWS } from '../distance/jacket-front.ts';
import { addBand, addCone, addEllipsoid, cutFront, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import {
  add,
  axisX,
  axisY,
  axisZ,
  cross,
  type Frame,
  fromAxes,
  normalise,
  pointIn,
  scale,
} from '../vector.ts';
import { addBow, swelling } from './add-bow.ts';
import type { BodyPlan } from './body-plan.ts';
import { drawArm } from './draw-limb.ts';
import type { JacketPiece, Outfit } from './outfit.ts';

/** A frame around the neck that leans forward by `lean`. */
function neckFrame(plan: BodyPlan, lean: number, at: Vec3): Frame {
  const tilt = normalise(add(axisY(plan.neck.axes), scale(axisZ(plan.chest.axes), lean)));
  const x = axisX(plan.chest.axes);
  const z = normalise(cross(x, tilt));
  return { origin: pointIn(plan.neck, at), axes: fromAxes(cross(tilt, z), tilt, z) };
}

/** What the top has around the neck. */
export function drawCollar(plan: BodyPlan, { top, jacket }: Outfit): void {
  const neck = plan.measures.neck;
  switch (top.collar) {
    case 'none':
      return;
    case 'rib':
      return;
    case 'turtle':
      startGroup(jacket ? Material.shirt : Material.trim);
      addCone(
        pointIn(plan.neck, [0, 0.0, 0.002]),
        pointIn(plan.neck, [0, 0.022, 0.005]),
        neck + 0.0075,
        neck + 0.0045,
        0,
        Part.torso,
      );
      return;
    case 'hood':
      drawHood(plan);
      return;
    case 'band':
      startGroup(Material.trim);
      addBand(
        neckFrame(plan, 0.12, [0, 0.003, 0.0015]),
        neck + 0.0038,
        0.3,
        0.0072,
        0.0024,
        0,
        Part.torso,
      );
      cutFront(neckFrame(plan, 0.12, [0, 0.003, 0.0015]), JACKET_FRONT_ROWS.band);
      return;
    case 'shirt':
    case 'open': {
      const frame = neckFrame(plan, 0.2, [0, 0.0045, 0.003]);
      startGroup(jacket ? Material.collar : Material.trim);
      if (top.collar === 'shirt') addBand(frame, neck + 0.0036, 0.25, 0.0085, 0.002, 0, Part.torso);
      const lower = neckFrame(plan, 0.24, [0, 0.002, 0.0065]);
      addBand(lower, neck + 0.0096, 1.16, 0.0088, 0.0027, 0.002, Part.torso);
      cutFront(frame, top.collar === 'shirt' ? JACKET_FRONT_ROWS.points : JACKET_FRONT_ROWS.spread);
      if (top.pattern === 'shirt_and_tie') drawKnot(plan);
      if (top.pattern === 'shirt_and_bow') drawBowTie(plan);
      if (top.pattern === 'waistcoat') drawKnot(plan);
    }
  }
}

function drawKnot(plan: BodyPlan): void {
  startGroup(Material.tie);
  const at = (v: Vec3): Vec3 => pointIn(plan.neck, v);
  const front = plan.measures.neck + 0.0085;
  addCone(
    at([0, 0.0005, front + 0.001]),
    at([0, -0.0095, front + 0.0062]),
    0.0068,
    0.0054,
    0,
    Part.torso,
  );
}

function drawBowTie(plan: BodyPlan): void {
  startGroup(Material.tie);
  const front = plan.measures.neck + 0.009;
  for (const k of [1, -1])
    addCone(
      pointIn(plan.neck, [k * 0.017, -0.003, front]),
      pointIn(plan.neck, [k * 0.003, -0.003, front + 0.003]),
      0.0078,
      0.003,
      0.002,
      Part.torso,
    );
  addEllipsoid(
    pointIn(plan.neck, [0, -0.003, front + 0.003]),
    [0.0042, 0.0052, 0.004],
    plan.chest.axes,
    0.001,
    Part.torso,
  );
}

/** A hood that lies on the back, and its two cords. */
function drawHood(plan: BodyPlan): void {
  startGroup(Material.trim);
  const n = plan.measures.neck;
  const at = (x: number, y: number, z: number): Vec3 => pointIn(plan.neck, [x, y, z]);
  for (const k of [1, -1])
    addBow(
      [at(k * 0.006, -0.012, n + 0.016), at(k * (n + 0.017), 0.008, 0.0), at(0, 0.012, -n - 0.018)],
      swelling(0.0075, 0.0155, 0.02),
      { blend: 0.008, part: Part.torso },
    );
  addEllipsoid(at(0, -0.012, -n - 0.03), [0.05, 0.034, 0.02], plan.chest.axes, 0.02, Part.torso);
  startGroup(Material.shirt);
  for (const k of [1, -1])
    addBow(
      [
        at(k * 0.012, -0.014, n + 0.026),
        at(k * 0.014, -0.034, n + 0.036),
        at(k * 0.0135, -0.058, n + 0.036),
      ],
      () => 0.0016,
      { part: Part.torso },
    );
}

/** The part of a jacket's collar that goes around the neck. */
export function drawJacketCollar(plan: BodyPlan, jacket: JacketPiece): void {
  if (jacket.collar === 'none') return;
  const frame = neckFrame(plan, 0.3, [0, 0.001, -0.001]);
  startGroup(Material.jacket);
  const wide = plan.measures.neck + (jacket.collar === 'shirt' ? 0.0125 : 0.0115);
  addBand(frame, wide, 0.9, 0.0105, 0.0026, 0, Part.other);
  cutFront(
    frame,
    jacket.collar === 'shirt' ? JACKET_FRONT_ROWS.jacketPoints : JACKET_FRONT_ROWS.behind,
  );
}

/** Ribbed or buttoned ends of the sleeves, and what a jacket shows of the shirt under it. */
export function drawCuffs(plan: BodyPlan, { top, jacket }: Outfit): void {
  const shows = jacket ? top.cuff === 'shirt' : top.cuff !== 'none';
  if (!shows) return;
  startGroup(jacket ? Material.collar : Material.trim);
  for (const limb of plan.sides) {
    const to = jacket ? 1.93 : top.sleeve + (top.cuff === 'rib' ? 0.07 : 0.03);
    drawArm(plan, limb, {
      from: jacket ? 1.82 : top.sleeve - (top.cuff === 'rib' ? 0.04 : 0.09),
      to,
      looseStart: jacket ? 0.003 : top.sleeveLoose * (top.cuff === 'rib' ? 0.45 : 1.12),
      looseEnd: jacket ? 0.003 : top.sleeveLoose * (top.cuff === 'rib' ? 0.4 : 1.12),
      hem: true,
      blend: 0,
    });
  }
}
