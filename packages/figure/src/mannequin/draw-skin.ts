import { startGroup } from '../scene/draw-shapes.ts';
import { Material } from '../scene/material.ts';
import type { BodyPlan } from './body-plan.ts';
import { drawHand } from './draw-hand.ts';
import { drawArm, drawLeg } from './draw-limb.ts';
import { drawChest, drawNeck, drawPelvis, drawWaist } from './draw-torso.ts';
import type { Outfit } from './outfits.ts';

/** Neck, arms, hands and legs as far as the outfit leaves them bare. */
export function drawSkin(plan: BodyPlan, outfit: Outfit): void {
  startGroup(Material.skin);
  drawNeck(plan);
  if (outfit.neckline === 'crew' || outfit.neckline === 'scoop') drawChest(plan, -0.0025);
  for (const limb of plan.sides) {
    const armFrom = Math.max(0, outfit.sleeve - 0.25);
    drawArm(plan, limb, {
      from: armFrom,
      to: 2,
      looseStart: 0,
      looseEnd: 0,
      hem: false,
      blend: 0.01,
    });
    const legFrom = bareLegFrom(outfit);
    if (legFrom < 2)
      drawLeg(plan, limb, {
        from: legFrom,
        to: 2,
        looseStart: 0,
        looseEnd: 0,
        hem: false,
        blend: 0.01,
      });
  }
  for (const limb of plan.sides) {
    startGroup(Material.skin);
    drawHand(plan, limb);
  }
}

/** The whole body of a plain mannequin as one piece. */
export function drawBareBody(plan: BodyPlan): void {
  drawChest(plan, 0);
  drawWaist(plan, 0);
  drawPelvis(plan, 0);
  drawNeck(plan);
  for (const limb of plan.sides) {
    drawArm(plan, limb, { to: 2, looseStart: 0, looseEnd: 0, hem: false, blend: 0.018 });
    drawLeg(plan, limb, { to: 2, looseStart: 0, looseEnd: 0, hem: false, blend: 0.024 });
  }
}

function bareLegFrom(outfit: Outfit): number {
  if (outfit.bottom === 'shorts') return 0.4;
  if (outfit.bottom === 'skirt') return Math.max(0.3, outfit.skirt - 0.5);
  if (outfit.bottom === 'none') return Math.max(0.3, (outfit.gown ?? 1) - 0.5);
  return 1.75;
}
