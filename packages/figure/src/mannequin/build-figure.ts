import { isHijab } from '@lumiku/contract';
import { face, PLAIN_FACE } from '../distance/head-plan.ts';
import type { FigureJob } from '../figure-job.ts';
import { canvas } from '../paint/canvas.ts';
import { paletteOf } from '../paint/palette.ts';
import { clearScene, startGroup, writeSpace } from '../scene/draw-shapes.ts';
import { Material } from '../scene/material.ts';
import { chestSpace, headSpace, pelvisSpace, scene } from '../scene/tables.ts';
import { HEAD_UNIT, planBody } from './body-plan.ts';
import { drawBeard } from './draw-beard.ts';
import { drawClothes } from './draw-clothes.ts';
import { drawCover, drawHat, HAT_EDGE } from './draw-cover.ts';
import { drawBareFeet } from './draw-foot.ts';
import { drawGlasses } from './draw-glasses.ts';

import { drawHand } from './draw-hand.ts';
import { drawHead, drawPlainHead } from './draw-head.ts';
import { drawHeld } from './draw-held.ts';
import { drawBareBody, drawSkin } from './draw-skin.ts';
import { drawSupport } from './draw-support.ts';
import { facePlan } from './face-plan.ts';
import { drawHair } from './hair/draw-hair.ts';
import { hairCutOf } from './hair/hair-cuts.ts';
import { seedShare } from './seed-share.ts';

/** How far a talking mouth opens, head units. */
const TALKING_GAPE = 0.075;

/** Fills the scene tables and the canvas with the figure of a job. @throws Error when it needs too many shapes */
export function buildFigure({
  pose,
  seed,
  ...job
}: Pick<FigureJob, 'pose' | 'look' | 'seed' | 'mouth'>): void {
  const needsHat = pose.props?.includes('hat') ?? false;
  const look = needsHat ? withHat(job.look) : job.look;
  clearScene();
  const plan = planBody(pose, look);
  scene.headUnit = HEAD_UNIT;
  writeSpace(headSpace, plan.head, HEAD_UNIT);
  writeSpace(chestSpace, plan.chest, 1);
  writeSpace(pelvisSpace, plan.pelvis, 1);
  Object.assign(face, look === 'clay' ? PLAIN_FACE : facePlan(look, seed));
  face.gape += (job.mouth ?? 0) * TALKING_GAPE;
  const base = { palette: paletteOf(look), look, jaw: plan.measures.jaw };
  if (look === 'clay') {
    startGroup(Material.clay);
    drawBareBody(plan);
    for (const limb of plan.sides) {
      startGroup(Material.clay);
      drawHand(plan, limb);
    }
    drawBareFeet(plan);
    startGroup(Material.clay);
    drawPlainHead(plan);
    if (needsHat) drawHat(plan, Material.clay);
    canvas.now = { ...base, outfit: null, gownHem: null, hair: null };
  } else {
    const phase = seedShare(seed, 2) * 6.28;
    const { outfit, gownHem } = drawClothes(plan, look);
    drawSkin(plan, outfit);
    drawHead(plan, look, !isHijab(look.headCover));
    drawHair(plan, look, phase, HAT_EDGE[look.headCover] ?? 0);
    drawCover(plan, look);
    drawBeard(plan, look);
    drawGlasses(plan, look);
    const cut = hairCutOf(look);
    canvas.now = {
      ...base,
      outfit,
      gownHem,
      hair: cut ? { texture: cut.texture, part: cut.part, flow: cut.flow, phase } : null,
    };
  }
  drawHeld(plan, pose, look === 'clay');
  drawSupport(pose);
}

/** A hand at the brim needs one; whoever wears something on the head keeps it. */
const withHat = (look: FigureJob['look']): FigureJob['look'] =>
  look === 'clay' || look.headCover !== 'none' ? look : { ...look, headCover: 'hat' };
