import { HijabWrap } from '../distance/cover-shapes.ts';
import { addPleats, cutHem } from '../scene/draw-shapes.ts';
import { axisZ, pointIn } from '../vector.ts';
import type { BodyPlan } from './body-plan.ts';
import { drawArm } from './draw-limb.ts';
import { drawChest } from './draw-torso.ts';

const STYLES: Readonly<
  Record<number, { loose: number; hem: number; slope: number; arms: number; folds: number }>
> = {
  [HijabWrap.pashmina]: { loose: 0.0138, hem: 0.028, slope: 0.2, arms: 0.1, folds: 0.0028 },
  [HijabWrap.square]: { loose: 0.0148, hem: -0.03, slope: 0.86, arms: 0.26, folds: 0.0022 },
  [HijabWrap.instant]: { loose: 0.015, hem: -0.045, slope: -0.1, arms: 0.5, folds: 0.003 },
};

/** The part of a hijab that lies on shoulders and chest: the body again, a cloth wider, down to its hem. */
export function drawDrape(plan: BodyPlan, wrap: number): void {
  const style = STYLES[wrap];
  if (!style) return;
  drawChest(plan, style.loose);
  for (const limb of plan.sides)
    drawArm(plan, limb, {
      to: style.arms,
      looseStart: style.loose,
      looseEnd: style.loose + 0.004,
      hem: true,
      blend: 0.03,
    });
  addPleats(
    pointIn(plan.neck, [0, 0.01, 0]),
    pointIn(plan.chest, [0, -0.05, 0]),
    axisZ(plan.chest.axes),
    7,
    style.folds,
  );
  cutHem(plan.chest, style.hem, style.slope, 0.004);
}
