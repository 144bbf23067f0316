import type { Look } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import { HairEdge, HairTexture } from '../distance/hair-shapes.ts';
import {
  addCone,
  addEllipsoid,
  addFlatCone,
  addHeadShape,
  startGroup,
} from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { Kind } from '../scene/tables.ts';
import { axisX, mix, pointIn } from '../vector.ts';
import { type BodyPlan, HEAD_UNIT, onHead } from './body-plan.ts';

const U = HEAD_UNIT;

interface HairCut {
  readonly texture: number;
  readonly edge: number;
  readonly part: number;
  readonly line: number;
  readonly top: number;
  readonly side: number;
  /** Lower edge beside the ears. */
  readonly low: number;
  /** How much it thins towards its edge, 0..1. */
  readonly taper: number;
  /** How far the fringe falls to one side; of a curtain, how steeply it falls from the parting. */
  readonly sweep: number;
  /** How far it stands up in front. */
  readonly rise: number;
  /** How far the line goes back at the temples. */
  readonly recede: number;
}

/** Styles that share the cap of another. */
const NEAREST: Partial<Record<Look['hairStyle'], Look['hairStyle']>> = {
  crop: 'short',
  side_part: 'short',
  quiff: 'short',
  slick_back: 'short',
  undercut: 'short',
  pixie: 'short',
  coily: 'curly',
  locs: 'afro',
  box_braids: 'long',
  cornrows: 'buzz',
  lob: 'long',
  bangs: 'long',
  long_wavy: 'long',
  long_curly: 'long',
  half_up: 'long',
  pigtails: 'ponytail',
  braid: 'ponytail',
  braids: 'ponytail',
  low_bun: 'bun',
  top_knot: 'bun',
  receding: 'buzz',
};

/** How a style sits on the skull; lengths in head units. */
export function hairCutOf(look: Look): HairCut | null {
  const female = look.gender === 'female';
  const part = female ? 0.2 : 0.3;
  const male = look.gender === 'male';
  const base = {
    texture: HairTexture.combed,
    edge: HairEdge.cropped,
    part,
    low: -0.1,
    taper: 0.6,
    sweep: 0.05,
    rise: 0,
    recede: male ? (look.ageRange === 'mature' ? 0.1 : 0.06) : 0.02,
  };
  switch (NEAREST[look.hairStyle] ?? look.hairStyle) {
    case 'bald':
      return null;
    case 'buzz':
      return {
        ...base,
        texture: HairTexture.stubble,
        line: 0.62,
        top: 0.018,
        side: 0.014,
        low: -0.02,
      };
    case 'short':
      return {
        ...base,
        line: female ? 0.63 : male ? 0.68 : 0.66,
        top: female ? 0.19 : 0.17,
        side: female ? 0.07 : 0.045,
        taper: 1,
        sweep: female ? 0.2 : 0.03,
        rise: female ? 0.05 : 0.11,
        low: female ? -0.22 : -0.1,
      };
    case 'curly':
      return {
        ...base,
        texture: HairTexture.curls,
        part: 0,
        line: 0.5,
        top: 0.24,
        side: 0.11,
        low: -0.16,
      };
    case 'afro':
      return {
        ...base,
        texture: HairTexture.curls,
        part: 0,
        line: 0.5,
        top: 0.52,
        side: 0.34,
        low: -0.28,
      };
    case 'bob':
      return { ...base, edge: HairEdge.curtain, line: 0.4, top: 0.12, side: 0.09, sweep: 0.04 };
    case 'long':
      return { ...base, edge: HairEdge.curtain, line: 0.66, top: 0.13, side: 0.08, sweep: 0.3 };
    case 'ponytail':
    case 'bun':
      return {
        ...base,
        texture: HairTexture.pulled,
        part: 0,
        line: 0.56,
        top: 0.06,
        side: 0.035,
        low: -0.06,
      };
    default:
      return null;
  }
}

/** Hair under no head cover; `phase` varies the strands. */
export function drawHair(plan: BodyPlan, look: Look, phase: number): void {
  const cut = hairCutOf(look);
  if (look.headCover !== 'none' || !cut) return;
  startGroup(Material.hair);
  const values = [
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
  ];
  const middle = onHead(plan, [0, 0.25 + cut.top * 0.4, -0.07]);
  addHeadShape(Kind.hairCap, values, middle, 1.05 + cut.top + cut.side, 0.05 * U, Part.head);
  if (look.hairStyle === 'bob')
    addHeadShape(Kind.bob, values, onHead(plan, [0, -0.16, -0.13]), 1.05, 0.05 * U, Part.head);
  if (look.hairStyle === 'long') drawLocks(plan);
  if (look.hairStyle === 'bun') {
    addEllipsoid(
      onHead(plan, [0, 1.0, -0.42]),
      [0.3 * U, 0.27 * U, 0.3 * U],
      plan.head.axes,
      0.05 * U,
      Part.head,
    );
    addEllipsoid(
      onHead(plan, [0, 0.86, -0.34]),
      [0.2 * U, 0.2 * U, 0.2 * U],
      plan.head.axes,
      0.03 * U,
      Part.head,
    );
  }
  if (look.hairStyle === 'ponytail') drawTail(plan);
}

/** Long hair: it leaves the head with the head and comes to rest on the back and beside the neck. */
function drawLocks(plan: BodyPlan): void {
  const side = axisX(plan.head.axes);
  const backTop = onHead(plan, [0, 0.05, -0.42]);
  const backMiddle = mix(
    onHead(plan, [0, -0.85, -0.52]),
    pointIn(plan.neck, [0, 0.012, -0.05]),
    0.35,
  );
  const backEnd = mix(onHead(plan, [0, -1.9, -0.62]), pointIn(plan.chest, [0, 0.035, -0.078]), 0.7);
  addFlatCone(backTop, backMiddle, 0.4 * U, 0.34 * U, side, 1.75, 0.12 * U, Part.head);
  addFlatCone(backMiddle, backEnd, 0.34 * U, 0.2 * U, side, 1.75, 0.1 * U, Part.head);
  for (const k of [1, -1] as const) {
    const out = (x: number, y: number, z: number): Vec3 => onHead(plan, [k * x, y, z]);
    const root = out(0.6, 0.3, 0.02);
    const ear = out(0.68, -0.3, -0.02);
    const rest = mix(out(0.66, -1.0, -0.08), pointIn(plan.neck, [k * 0.05, 0.0, 0.004]), 0.35);
    const end = mix(out(0.6, -1.75, 0.06), pointIn(plan.chest, [k * 0.058, 0.05, 0.042]), 0.75);
    addCone(root, ear, 0.2 * U, 0.22 * U, 0.12 * U, Part.head);
    addCone(ear, rest, 0.22 * U, 0.23 * U, 0.1 * U, Part.head);
    addCone(rest, end, 0.23 * U, 0.09 * U, 0.1 * U, Part.head);
  }
}

function drawTail(plan: BodyPlan): void {
  const tie = onHead(plan, [0, 0.5, -0.92]);
  const bend = onHead(plan, [0.02, 0.38, -1.22]);
  const fall = mix(onHead(plan, [0.04, -0.5, -1.3]), pointIn(plan.neck, [0, 0.01, -0.075]), 0.3);
  const end = mix(onHead(plan, [0.05, -1.35, -1.05]), pointIn(plan.chest, [0, 0.05, -0.085]), 0.5);
  addCone(tie, bend, 0.14 * U, 0.2 * U, 0.04 * U, Part.head);
  addCone(bend, fall, 0.2 * U, 0.23 * U, 0.08 * U, Part.head);
  addCone(fall, end, 0.23 * U, 0.06 * U, 0.08 * U, Part.head);
}

/** Head cloth, and its fall over shoulders and chest. */
export function drawHijab(plan: BodyPlan, look: Look): void {
  if (look.headCover !== 'hijab') return;
  startGroup(Material.hijab);
  addHeadShape(Kind.hijab, [], onHead(plan, [0, -0.3, 0]), 1.65, 0.03 * U, Part.head);
  const blend = 0.03;
  const neck = (v: Vec3): Vec3 => pointIn(plan.neck, v);
  const chest = (v: Vec3): Vec3 => pointIn(plan.chest, v);
  addCone(neck([0, 0.018, 0.002]), neck([0, -0.012, 0]), 0.041, 0.05, blend, Part.torso);
  const front = axisX(plan.chest.axes);
  addFlatCone(
    neck([0, -0.012, 0.008]),
    chest([0, 0.045, 0.04]),
    0.042,
    0.026,
    front,
    1.75,
    blend,
    Part.torso,
  );
  addFlatCone(
    neck([0, -0.014, -0.008]),
    chest([0, 0.062, -0.03]),
    0.044,
    0.026,
    front,
    1.6,
    blend,
    Part.torso,
  );
  for (const k of [1, -1])
    addCone(
      neck([k * 0.02, -0.01, 0]),
      chest([k * 0.062, 0.084, 0.004]),
      0.036,
      0.029,
      blend,
      Part.torso,
    );
  // One loose end over the front, as it is pinned.
  addFlatCone(
    chest([0.012, 0.05, 0.058]),
    chest([0.03, -0.01, 0.064]),
    0.018,
    0.012,
    front,
    2,
    0.02,
    Part.torso,
  );
}
