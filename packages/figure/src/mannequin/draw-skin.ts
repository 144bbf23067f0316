import { cutPlane, startGroup } from '../scene/draw-shapes.ts';
import { Material } from '../scene/material.ts';
import { axisZ, pointIn, scale } from '../vector.ts';
import type { BodyPlan } from './body-plan.ts';
import { drawHand } from './draw-hand.ts';
import { drawArm, drawLeg } from './draw-limb.ts';
import { isFootUnderCloth } from './draw-skirt.ts';
import { drawChest, drawNeck, drawPelvis, drawWaist } from './draw-torso.ts';
import type { Outfit } from './outfit.ts';

const SHOWS_CHEST = new Set(['crew', 'scoop', 'vee', 'shirt']);

/** Neck, arms, hands and legs as far as the outfit leaves them bare. */
export function drawSkin(plan: BodyPlan, outfit: Outfit): void {
  startGroup(Material.skin);
  if (SHOWS_CHEST.has(outfit.top.neckline)) {
    drawChest(plan, -0.0025);
    // Only its front is ever seen; where neck and back melt together they would come through the cloth.
    const { chest } = plan;
    cutPlane(pointIn(chest, [0, 0, -0.008]), scale(axisZ(chest.axes), -1), 0.004);
  }
  drawNeck(plan);
  for (const limb of plan.sides) {
    const armFrom = Math.max(0, (outfit.jacket?.sleeve ?? outfit.top.sleeve) - 0.25);
    drawArm(plan, limb, {
      from: armFrom,
      to: 2,
      looseStart: 0,
      looseEnd: 0,
      hem: false,
      blend: 0.01,
    });
    const legFrom = bareLegFrom(outfit);
    if (legFrom < 2 && !isFootUnderCloth(plan, limb, outfit))
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

function bareLegFrom({ bottom, top }: Outfit): number {
  if (bottom.kind === 'shorts') return Math.max(0.3, bottom.length - 0.25);
  if (bottom.kind === 'skirt') return Math.max(0.3, bottom.length - 0.3);
  if (bottom.kind === 'none') return Math.max(0.3, (top.gown ?? 1) - 0.3);
  return 1.7;
}
