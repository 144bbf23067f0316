import type { Look } from '@lumiku/contract';
import { addBand, cutHole, cutPlane, startGroup } from '../scene/draw-shapes.ts';
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
import type { BodyPlan } from './body-plan.ts';
import { drawFeet } from './draw-foot.ts';
import { drawArm, drawLeg } from './draw-limb.ts';
import { drawSkirt, type Hem } from './draw-skirt.ts';
import { drawChest, drawPelvis, drawWaist } from './draw-torso.ts';
import { type Outfit, outfitOf } from './outfits.ts';

/** Draws everything that is worn below the head; returns the hem of a gown for its border. */
export function drawClothes(plan: BodyPlan, look: Look): { outfit: Outfit; gownHem: Hem | null } {
  const outfit = outfitOf(look);
  drawBottom(plan, outfit);
  const gownHem = drawTop(plan, outfit);
  drawNeckline(plan, outfit);
  drawFeet(plan, outfit.shoes, Material.shoe);
  return { outfit, gownHem };
}

function drawTop(plan: BodyPlan, outfit: Outfit): Hem | null {
  startGroup(Material.top);
  drawChest(plan, outfit.loose);
  // Men's tops hang straighter.
  drawWaist(plan, outfit.loose + 0.004 * (1 - plan.measures.feminine));
  drawPelvis(plan, outfit.loose + 0.001);
  if (outfit.gown === null && outfit.hem < 0) drawHipCover(plan, outfit.loose + 0.003);
  const gownHem =
    outfit.gown === null
      ? null
      : drawSkirt(
          plan,
          outfit.gown,
          outfit.loose + 0.004,
          outfit.gownFlare,
          outfit.bottom === 'none' ? 'skin' : 'trousers',
        );
  if (outfit.gown === null)
    cutPlane(pointIn(plan.pelvis, [0, outfit.hem, 0]), scale(axisY(plan.pelvis.axes), -1), 0.004);
  cutNeck(plan, outfit);
  // Sleeves come after the cuts: a hanging arm reaches below the hem.
  for (const limb of plan.sides)
    drawArm(plan, limb, {
      to: outfit.sleeve,
      looseStart: outfit.loose * 0.7,
      looseEnd: outfit.loose * (outfit.sleeve < 1 ? 1.1 : 0.8) + 0.0035,
      hem: true,
      blend: 0.02,
    });
  return gownHem;
}

/** The top falls over the hips, where the thighs are the widest part. */
function drawHipCover(plan: BodyPlan, loose: number): void {
  for (const limb of plan.sides)
    drawLeg(plan, limb, {
      to: 0.16,
      looseStart: loose,
      looseEnd: loose,
      hem: false,
      blend: 0.024,
      part: Part.torso,
    });
}

function cutNeck(plan: BodyPlan, outfit: Outfit): void {
  const wide = { crew: 0.029, vee: 0.025, collar: 0.023, band: 0.023, scoop: 0.041, high: 0.018 }[
    outfit.neckline
  ];
  const forward = outfit.neckline === 'scoop' ? 0.023 : 0.004;
  const frame: Frame = { origin: pointIn(plan.neck, [0, 0.004, forward]), axes: plan.chest.axes };
  cutHole(
    frame,
    [wide + plan.measures.neck * 0.32, outfit.neckline === 'scoop' ? 0.05 : 0.03, wide + 0.012],
    0.003,
  );
}

function drawNeckline(plan: BodyPlan, outfit: Outfit): void {
  if (outfit.neckline !== 'collar' && outfit.neckline !== 'band' && outfit.neckline !== 'vee')
    return;
  startGroup(outfit.neckline === 'vee' ? Material.shirt : Material.trim);
  const tilt = normalise(add(axisY(plan.neck.axes), scale(axisZ(plan.chest.axes), 0.16)));
  const x = axisX(plan.chest.axes);
  const z = cross(x, tilt);
  const frame: Frame = {
    origin: pointIn(plan.neck, [0, 0.007, 0.003]),
    axes: fromAxes(cross(tilt, z), tilt, z),
  };
  const high = outfit.neckline === 'band' ? 0.0062 : 0.0085;
  addBand(frame, plan.measures.neck + 0.0048, 0.4, high, 0.0026, 0, Part.torso);
}

function drawBottom(plan: BodyPlan, outfit: Outfit): void {
  if (outfit.bottom === 'none') return;
  const skirt = outfit.bottom === 'skirt';
  const loose = skirt ? 0.005 : outfit.bottom === 'leggings' ? 0.002 : 0.0045;
  startGroup(Material.bottom);
  drawPelvis(plan, loose);
  drawWaist(plan, 0.003);
  // Legs come after the cut: a raised knee reaches above the waist.
  cutPlane(pointIn(plan.pelvis, [0, 0.062, 0]), axisY(plan.pelvis.axes), 0.004);
  if (skirt) drawSkirt(plan, outfit.skirt, 0.007, outfit.skirtFlare);
  else drawTrouserLegs(plan, outfit, loose);
}

function drawTrouserLegs(plan: BodyPlan, outfit: Outfit, loose: number): void {
  const kind = outfit.bottom;
  const tight = kind === 'leggings';
  for (const limb of plan.sides)
    drawLeg(plan, limb, {
      to: kind === 'shorts' ? 0.62 : tight ? 1.88 : 1.9,
      looseStart: loose,
      looseEnd: tight ? 0.0018 : kind === 'shorts' ? 0.012 : kind === 'jeans' ? 0.0115 : 0.013,
      hem: true,
      blend: 0.026,
    });
}
