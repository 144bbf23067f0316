import type { Look } from '@lumiku/contract';
import { JACKET_FRONT_ROWS } from '../distance/jacket-front.ts';
import { cutFront, cutHole, cutPlane, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { axisY, axisZ, type Frame, pointIn, scale } from '../vector.ts';
import { addGather, addJointFolds } from './add-folds.ts';
import type { BodyPlan } from './body-plan.ts';
import { drawCollar, drawCuffs, drawJacketCollar } from './draw-collar.ts';
import { drawFeet } from './draw-foot.ts';
import { drawArm, drawLeg } from './draw-limb.ts';
import { drawSkirt, foldSkirt, type Hem, isFootUnderCloth } from './draw-skirt.ts';
import { drawChest, drawPelvis, drawWaist } from './draw-torso.ts';
import type { BottomPiece, JacketPiece, Outfit, TopPiece } from './outfit.ts';
import { outfitOf } from './outfits.ts';

/** A hem below this lies over what is worn on the hips. */
const OVER_HIPS = 0.03;
const COAT_FLARE = 0.008;
const SKIRT_LOOSE = 0.006;
/** Down to here a top that hangs over a skirt follows the thighs; its hem is cut above. */
const OVER_THIGHS = 0.4;

/** Draws everything that is worn below the head; returns the hem of a gown for its border. */
export function drawClothes(plan: BodyPlan, look: Look): { outfit: Outfit; gownHem: Hem | null } {
  const outfit = outfitOf(look);
  drawBottom(plan, outfit);
  const gownHem = drawTop(plan, outfit);
  if (outfit.jacket) drawJacket(plan, outfit.jacket);
  drawCollar(plan, outfit);
  drawCuffs(plan, outfit);
  drawFeet(
    plan,
    plan.sides.filter((limb) => !isFootUnderCloth(plan, limb, outfit)),
    outfit.shoes,
  );
  return { outfit, gownHem };
}

function drawTop(plan: BodyPlan, { top, jacket, bottom }: Outfit): Hem | null {
  startGroup(jacket ? Material.shirt : Material.top);
  const gownHem = drawBelowHips(plan, top, bottom);
  drawChest(plan, top.loose);
  // Men's tops hang straighter.
  drawWaist(plan, top.loose + 0.004 * (1 - plan.measures.feminine));
  if (!jacket)
    addGather(
      pointIn(plan.waist, [0, -0.005, 0.04]),
      axisY(plan.waist.axes),
      axisZ(plan.waist.axes),
      0.05,
      0.0007,
    );
  const hips = hangsOverSkirt(top, bottom) ? Math.max(top.loose, SKIRT_LOOSE) : top.loose;
  drawPelvis(plan, hips + 0.001);
  if (top.gown === null && top.hem < 0 && bottom.kind !== 'skirt')
    drawHipCover(plan, top.loose + 0.003);
  if (gownHem) foldSkirt(plan, gownHem, top.gownFlare, top.pleats);
  if (top.gown === null)
    cutPlane(pointIn(plan.pelvis, [0, top.hem, 0]), scale(axisY(plan.pelvis.axes), -1), 0.004);
  cutNeck(plan, top);
  // Sleeves come after the cuts: a hanging arm reaches below the hem.
  if (!jacket) drawSleeves(plan, top);
  return gownHem;
}

const hangsOverSkirt = (top: TopPiece, bottom: BottomPiece): boolean =>
  bottom.kind === 'skirt' && top.hem < OVER_HIPS;

/** What of a top goes around the thighs; drawn before the trunk, so that its hem cuts nothing else. */
function drawBelowHips(plan: BodyPlan, top: TopPiece, bottom: BottomPiece): Hem | null {
  const { loose } = top;
  if (top.gown !== null) {
    const over = bottom.kind === 'none' ? 'skin' : bottom.kind === 'skirt' ? 'skirt' : 'trousers';
    return drawSkirt(plan, top.gown, loose + 0.004, top.gownFlare, over);
  }
  if (hangsOverSkirt(top, bottom)) {
    const flare = (bottom.flare * OVER_THIGHS) / bottom.length;
    drawSkirt(plan, OVER_THIGHS, Math.max(SKIRT_LOOSE, loose), flare, 'skirt');
  }
  return null;
}

function drawSleeves(plan: BodyPlan, top: TopPiece): void {
  if (top.sleeve === 0) return;
  for (const limb of plan.sides) {
    drawArm(plan, limb, {
      to: top.cuff === 'rib' ? top.sleeve - 0.02 : top.sleeve,
      looseStart: top.loose * 0.75,
      looseEnd: top.sleeveLoose,
      hem: true,
      blend: 0.02,
    });
    if (top.sleeve > 1.2) addJointFolds(limb, 'elbow', 0.7 + 60 * top.sleeveLoose);
  }
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

function drawJacket(plan: BodyPlan, jacket: JacketPiece): void {
  startGroup(Material.jacket);
  const hem =
    jacket.coat === null
      ? null
      : drawSkirt(plan, jacket.coat, jacket.loose + 0.006, COAT_FLARE, 'trousers');
  drawChest(plan, jacket.loose);
  drawWaist(plan, jacket.loose + 0.003 * (1 - plan.measures.feminine));
  drawPelvis(plan, jacket.loose + 0.002);
  if (hem) foldSkirt(plan, hem, COAT_FLARE, 0);
  else {
    if (jacket.hem < 0) drawHipCover(plan, jacket.loose + 0.004);
    cutPlane(pointIn(plan.pelvis, [0, jacket.hem, 0]), scale(axisY(plan.pelvis.axes), -1), 0.003);
  }
  cutFront(
    plan.chest,
    JACKET_FRONT_ROWS[
      jacket.collar === 'shawl' ? 'shawl' : jacket.collar === 'shirt' ? 'shirt' : jacket.front
    ],
  );
  cutHole(
    { origin: pointIn(plan.neck, [0, 0.006, 0.004]), axes: plan.chest.axes },
    [0.03 + plan.measures.neck * 0.3, 0.03, 0.042],
    0.003,
  );
  for (const limb of plan.sides) {
    drawArm(plan, limb, {
      to: jacket.sleeve,
      looseStart: jacket.loose * 0.72,
      looseEnd: jacket.loose * 0.75,
      hem: true,
      blend: 0.018,
    });
    addJointFolds(limb, 'elbow', 1);
  }
  drawJacketCollar(plan, jacket);
}

function cutNeck(plan: BodyPlan, top: TopPiece): void {
  const wide = { crew: 0.029, vee: 0.027, shirt: 0.024, band: 0.0165, scoop: 0.041, high: 0.018 }[
    top.neckline
  ];
  const deep = { crew: 0.03, vee: 0.062, shirt: 0.036, band: 0.014, scoop: 0.05, high: 0.03 }[
    top.neckline
  ];
  const forward = top.neckline === 'scoop' ? 0.023 : top.neckline === 'vee' ? 0.02 : 0.004;
  // Close behind the neck, or the hole comes out again at the back.
  const front = forward + wide + 0.012;
  const behind = plan.measures.neck + 0.0025;
  const frame: Frame = {
    origin: pointIn(plan.neck, [0, 0.004, (front - behind) / 2]),
    axes: plan.chest.axes,
  };
  cutHole(frame, [wide + plan.measures.neck * 0.32, deep, (front + behind) / 2], 0.003);
}

function drawBottom(plan: BodyPlan, { bottom, top }: Outfit): void {
  if (bottom.kind === 'none') return;
  const isSkirt = bottom.kind === 'skirt';
  const loose = isSkirt ? 0.005 : bottom.kind === 'leggings' ? 0.002 : 0.0042;
  startGroup(Material.bottom);
  drawPelvis(plan, loose);
  drawWaist(plan, 0.003);
  // Legs come after the cut: a raised knee reaches above the waist.
  const waist = top.hem > 0.02 ? 0.066 : 0.062;
  cutPlane(pointIn(plan.pelvis, [0, waist, 0]), axisY(plan.pelvis.axes), 0.004);
  if (isSkirt) {
    const hem = drawSkirt(plan, bottom.length, SKIRT_LOOSE, bottom.flare, 'skin');
    foldSkirt(plan, hem, bottom.flare, bottom.pleats);
  } else drawTrouserLegs(plan, bottom.kind, bottom.length, loose, bottom.loose);
}

function drawTrouserLegs(
  plan: BodyPlan,
  kind: Outfit['bottom']['kind'],
  length: number,
  looseStart: number,
  looseEnd: number,
): void {
  const tight = kind === 'leggings';
  for (const limb of plan.sides) {
    drawLeg(plan, limb, {
      to: tight ? 1.88 : length,
      looseStart,
      looseEnd,
      hem: true,
      blend: 0.026,
    });
    if (length < 1.2 || tight) continue;
    addJointFolds(limb, 'knee', 1);
    const along = scale(axisY(limb.foot.axes), 1);
    addGather(
      pointIn(limb.foot, [0, 0.045, 0]),
      along,
      axisZ(limb.foot.axes),
      0.042,
      kind === 'joggers' ? 0.0016 : 0.001,
    );
  }
}
