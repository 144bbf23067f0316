/**
 * The figure as flat numbers, one figure at a time per thread. Written by `draw-shapes` while a job is set up,
 * only read by the distance functions afterwards. Arrays are fixed and module-level because that is fastest.
 */
export const PRIMITIVES_MAX = 512;
export const GROUPS_MAX = 48;
export const CUTS_MAX = 96;
/** Doubles per primitive and per cut. */
export const STRIDE = 16;
/** Lists name primitives by their numbers and cuts by theirs on top of this. */
export const FIRST_CUT = 1 << 10;
/** Entries of a list that leaves nothing out. */
export const LIST_MAX = PRIMITIVES_MAX + CUTS_MAX;

export const Kind = {
  cone: 0,
  flatCone: 1,
  ellipsoid: 2,
  box: 3,
  band: 4,
  lids: 5,
  hairCap: 6,
  bob: 7,
  beard: 8,
  hijab: 9,
  rims: 10,
  cylinder: 11,
  limb: 12,
  lips: 13,
  turban: 14,
  roundCap: 15,
  softCap: 16,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export const CutKind = {
  plane: 0,
  hole: 1,
  pleats: 2,
  hairFlow: 3,
  hem: 4,
  folds: 5,
  front: 6,
} as const;

export const params = new Float64Array(PRIMITIVES_MAX * STRIDE);
export const kindOf = new Uint8Array(PRIMITIVES_MAX);
/** Of every primitive and, from `FIRST_CUT` on, of every cut. */
export const groupOf = new Uint8Array(FIRST_CUT + CUTS_MAX);
export const partOf = new Uint8Array(PRIMITIVES_MAX);
/** Width over which a primitive melts into those before it in its group. */
export const blendOf = new Float64Array(PRIMITIVES_MAX);

/** The widest blend of a primitive and those after it in its group: so far it matters to any of them. */
export const blendAfter = new Float64Array(PRIMITIVES_MAX);

/** Curves of `Kind.limb`: for each, control points of the radius, then of the way the middle moves aside. */
export const LIMBS_MAX = 160;
export const LIMB_STEPS = 24;
export const LIMB_ROW = 2 * (LIMB_STEPS + 2);
export const limbCurves = new Float64Array(LIMBS_MAX * LIMB_ROW);

export const groupMaterial = new Uint8Array(GROUPS_MAX);

export const cutKind = new Uint8Array(CUTS_MAX);
/** A cut takes away only from primitives of its group with smaller numbers than this. */
export const cutBefore = new Uint16Array(CUTS_MAX);
export const cutParams = new Float64Array(CUTS_MAX * STRIDE);

/** Origin and scaled rows that take a world point into the spaces that paint and special shapes use. */
export const headSpace = new Float64Array(12);
export const chestSpace = new Float64Array(12);
export const pelvisSpace = new Float64Array(12);

export const scene = {
  primitives: 0,
  groups: 0,
  cuts: 0,
  limbs: 0,
  /** What the tree was built for; empty when the shapes changed since. */
  builtFor: '',
  /** World size of one head unit. */
  headUnit: 1,
  minX: 0,
  minY: 0,
  minZ: 0,
  maxX: 0,
  maxY: 0,
  maxZ: 0,
};
