import type { HairStyle, Look } from '@lumiku/contract';
import {
  addEllipsoid,
  addHairFlow,
  addHeadShape,
  cutPlane,
  startGroup,
} from '../../scene/draw-shapes.ts';
import { Material, Part } from '../../scene/material.ts';
import { Kind } from '../../scene/tables.ts';
import { axisY, scale } from '../../vector.ts';
import { type BodyPlan, onHead } from '../body-plan.ts';
import { drawCurtainRolls, drawFringe } from './fringes.ts';
import { type HairCut, hairCutOf, leavesHair } from './hair-cuts.ts';
import {
  drawLongHair,
  drawPlait,
  drawRopes,
  drawTail,
  drawTailOverShoulder,
  fallInFront,
} from './hanging-hair.ts';
import { scalp, U } from './scalp.ts';

/** What a style has beyond the cap of hair on the skull, below a hat's edge too. */
const HANGING: Partial<Record<HairStyle, (plan: BodyPlan) => void>> = {
  long: (plan) => drawLongHair(plan, 1, true),
  bangs: (plan) => drawLongHair(plan, 0.96, true),
  long_wavy: (plan) => drawLongHair(plan, 1.14, true),
  long_curly: (plan) => drawLongHair(plan, 1.32, true),
  half_up: (plan) => drawLongHair(plan, 0.96, false),
  // Over one shoulder, so that it is seen from the front too.
  ponytail: (plan) =>
    drawTailOverShoulder(
      plan,
      onHead(plan, [-0.1, 0.62, -0.82]),
      onHead(plan, [-0.86, -0.5, -0.5]),
      fallInFront(plan, -1),
      0.27,
    ),
  pigtails: (plan) => {
    for (const k of [1, -1])
      drawTail(
        plan,
        onHead(plan, [k * 0.68, 0.2, -0.36]),
        onHead(plan, [k * 1.12, -0.3, -0.3]),
        onHead(plan, [k * 0.98, -1.15, -0.05]),
        0.22,
      );
  },
  braid: (plan) =>
    drawPlait(
      plan,
      [onHead(plan, [0.3, -0.35, -0.66]), onHead(plan, [0.72, -0.85, -0.1]), fallInFront(plan, 1)],
      0.19,
    ),
  braids: (plan) => {
    for (const k of [1, -1])
      drawPlait(
        plan,
        [
          onHead(plan, [k * 0.64, -0.2, -0.3]),
          onHead(plan, [k * 0.8, -0.8, -0.02]),
          fallInFront(plan, k),
        ],
        0.155,
      );
  },
  low_bun: (plan) => {
    ball(plan, [0.5, -0.5, -0.56], [0.34, 0.3, 0.3], 0.05);
    ball(plan, [0.64, -0.5, -0.6], [0.22, 0.17, 0.2], 0.02);
  },
  locs: (plan) => drawRopes(plan, { full: 0.95, length: 0.3, girth: 0.105 }),
  box_braids: (plan) => drawRopes(plan, { full: 0.84, length: 0.9, girth: 0.052 }),
};

/** What stands on top and has no room under a hat. */
const ON_TOP: Partial<Record<HairStyle, (plan: BodyPlan) => void>> = {
  bun: (plan) => {
    ball(plan, [0, 1.04, -0.4], [0.31, 0.27, 0.31], 0.05);
    ball(plan, [0.03, 1.21, -0.43], [0.19, 0.13, 0.19], 0.02);
    ball(plan, [0, 0.88, -0.32], [0.22, 0.16, 0.22], 0.03);
  },
  top_knot: (plan) => {
    ball(plan, [0, 1.06, -0.24], [0.22, 0.2, 0.22], 0.03);
    ball(plan, [0.02, 1.2, -0.26], [0.13, 0.1, 0.13], 0.02);
  },
  half_up: (plan) => {
    ball(plan, [0, 0.62, -0.9], [0.17, 0.15, 0.14], 0.03);
  },
  curly: (plan) => {
    for (let i = 0; i < 9; i++) drawCurl(plan, -64 + 16 * i, 38 + 5 * Math.sin(i * 2.3), 0.1, 0.15);
    for (let i = 0; i < 9; i++)
      drawCurl(plan, -112 + 28 * i, 62 + 9 * Math.sin(i * 1.7), 0.15, 0.17);
  },
  long_curly: (plan) => {
    for (let i = 0; i < 6; i++)
      drawCurl(plan, (i < 3 ? -1 : 1) * (38 + 14 * (i % 3)), 44 - 20 * (i % 3), 0.13, 0.15);
  },
};

function drawCurl(plan: BodyPlan, around: number, up: number, off: number, size: number): void {
  addEllipsoid(
    scalp(plan, around, up, off),
    [size * U, size * 0.92 * U, size * U],
    plan.head.axes,
    0.05 * U,
    Part.head,
  );
}

const ball = (
  plan: BodyPlan,
  at: readonly [number, number, number],
  r: readonly [number, number, number],
  blend: number,
): void => addEllipsoid(onHead(plan, at), scale(r, U), plan.head.axes, blend * U, Part.head);

/** Hair as far as the head cover shows it; `phase` varies the strands. `edge`: the lower edge of a hat. */
export function drawHair(plan: BodyPlan, look: Look, phase: number, edge: number): void {
  const cut = hairCutOf(look);
  const isUnderHat = leavesHair(look);
  if (!cut || (look.headCover !== 'none' && !isUnderHat)) return;
  startGroup(Material.hair);
  const style = look.hairStyle;
  const values = capValues(cut, phase);
  const middle = onHead(plan, [0, 0.25 + cut.top * 0.4, -0.07]);
  addHeadShape(Kind.hairCap, values, middle, 1.05 + cut.top + cut.side, 0.05 * U, Part.head);
  if (style === 'bob' || style === 'lob')
    addHeadShape(
      Kind.bob,
      values,
      onHead(plan, [0, -0.16 - cut.long * 0.5, -0.13]),
      1.05 + cut.long,
      0.05 * U,
      Part.head,
    );
  if (!isUnderHat) {
    if (cut.edge === 1 && style !== 'bangs' && style !== 'long_curly')
      drawCurtainRolls(plan, cut.part, cut.line);
    drawFringe(plan, style);
    ON_TOP[style]?.(plan);
  }
  if (isUnderHat) cutPlane(onHead(plan, [0, edge, 0]), axisY(plan.head.axes), 0.01 * U);
  HANGING[style]?.(plan);
  if (cut.edge === 1 || cut.flow > 2) addHairFlow(cut.flow, phase, 0.25);
}

const capValues = (cut: HairCut, phase: number): readonly number[] => [
  cut.texture,
  cut.edge,
  cut.part,
  cut.line,
  cut.top,
  cut.side,
  phase,
  cut.low,
  cut.taper,
  cut.sweep,
  cut.rise,
  cut.recede,
  cut.shaved,
  cut.long,
  cut.bow,
];
