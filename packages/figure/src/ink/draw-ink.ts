import { view } from '../march/camera.ts';
import type { EdgeMap } from '../picture/edge-map.ts';
import { Material } from '../scene/material.ts';
import { groupMaterial } from '../scene/tables.ts';
import { edgeDistance } from './edge-distance.ts';
import type { InkPlan } from './ink-plan.ts';

/** Depth steps that count as one part before another, stature units. */
const STEP = 0.011;
/** Normals (of length 127) that turn by more than this from pixel to pixel make a fold. */
const FOLD = 0.62 * 127 * 127;
/** The floor of how squarely a surface is taken to face the eye. */
const FACING_MIN = 14;

const Edge = { none: 0, crease: 1, seam: 2, outline: 3 } as const;

/** Draws the ink lines over the rows [from, to); reads the edge map `reachPx` rows around them. */
export function drawInk(
  out: Uint8Array,
  channels: number,
  edges: EdgeMap,
  plan: InkPlan,
  from: number,
  to: number,
): void {
  const { normals } = edges;
  if (!normals) return;
  const disc = discOf(plan.reachPx);
  const near = markNearEdges(edges, normals, plan.reachPx, from, to);
  const width = view.widthPx;
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      if (near[(y - from) * width + x] === 0) continue;
      const cover = coverageAt(edges, normals, plan, disc, x, y);
      if (cover > 0) blend(out, (y * width + x) * channels, channels, plan, cover);
    }
}

interface Disc {
  readonly dx: Int8Array;
  readonly dy: Int8Array;
}
const discs = new Map<number, Disc>();

function discOf(reach: number): Disc {
  const known = discs.get(reach);
  if (known) return known;
  const dx: number[] = [];
  const dy: number[] = [];
  for (let v = -reach; v <= reach; v++)
    for (let u = -reach; u <= reach; u++)
      if (u * u + v * v <= (reach + 0.3) * (reach + 0.3)) {
        dx.push(u);
        dy.push(v);
      }
  const disc = { dx: Int8Array.from(dx), dy: Int8Array.from(dy) };
  discs.set(reach, disc);
  return disc;
}

/** 1 for pixels of the rows that have an edge within reach. */
function markNearEdges(
  edges: EdgeMap,
  normals: Int8Array,
  reach: number,
  from: number,
  to: number,
): Uint8Array {
  const width = view.widthPx;
  const marks = new Uint8Array((to - from) * width);
  const last = Math.min(view.heightPx - 2, to + reach - 1);
  for (let y = Math.max(0, from - reach); y <= last; y++)
    for (let x = 0; x + 1 < width; x++) {
      const p = y * width + x;
      if (
        !edgeBetween(edges, normals, p, p + 1, 1) &&
        !edgeBetween(edges, normals, p, p + width, 1)
      )
        continue;
      const v1 = Math.min(to - 1, y + reach + 1);
      const u0 = Math.max(0, x - reach);
      const u1 = Math.min(width, x + reach + 2);
      for (let v = Math.max(from, y - reach); v <= v1; v++) {
        const row = (v - from) * width;
        marks.fill(1, row + u0, row + u1);
      }
    }
  return marks;
}

/** What lies between two pixels `apart` pixels from each other. */
function edgeBetween(
  edges: EdgeMap,
  normals: Int8Array,
  p: number,
  q: number,
  apart: number,
): number {
  const a = edges.group[p];
  const b = edges.group[q];
  if (a === 0 || b === 0) return a === b ? Edge.none : Edge.outline;
  const facing = Math.max(FACING_MIN, Math.min(normals[p * 3 + 2], normals[q * 3 + 2]));
  const steepness = Math.sqrt(127 * 127 - facing * facing) / facing;
  // A surface seen edge on goes far back from pixel to pixel without a step.
  const flat = (apart * steepness * edges.depth[p] * 1.3) / view.focalPx;
  const step = Math.abs(edges.depth[p] - edges.depth[q]);
  if (step > STEP + flat) return Edge.outline;
  if (a !== b && inkClass(groupMaterial[a - 1]) !== inkClass(groupMaterial[b - 1]))
    return Edge.seam;
  const turn =
    normals[p * 3] * normals[q * 3] +
    normals[p * 3 + 1] * normals[q * 3 + 1] +
    normals[p * 3 + 2] * normals[q * 3 + 2];
  return turn < FOLD ? Edge.crease : Edge.none;
}

/** Parts of one skin have no line between them. */
function inkClass(material: number): number {
  return material === Material.head ? Material.skin : material;
}

function coverageAt(
  edges: EdgeMap,
  normals: Int8Array,
  plan: InkPlan,
  disc: Disc,
  x: number,
  y: number,
): number {
  const width = view.widthPx;
  const height = view.heightPx;
  const p = y * width + x;
  let inside = 0;
  let outlined = 0;
  let seamed = 0;
  let creased = 0;
  const { dx, dy } = disc;
  for (let i = 0; i < dx.length; i++) {
    const u = x + dx[i];
    const v = y + dy[i];
    if (u < 0 || v < 0 || u >= width || v >= height) continue;
    inside++;
    const edge = edgeBetween(edges, normals, p, v * width + u, Math.abs(dx[i]) + Math.abs(dy[i]));
    if (edge === Edge.outline) outlined++;
    else if (edge === Edge.seam) seamed++;
    else if (edge === Edge.crease) creased++;
  }
  return Math.max(
    line(outlined, inside, plan.outlinePx, plan.reachPx),
    line(seamed + outlined, inside, plan.seamPx, plan.reachPx),
    line(creased, inside, plan.creasePx, plan.reachPx),
  );
}

/** Coverage of a line of `widthPx` along the edge that cuts off `beyond` of the disc's pixels. */
function line(beyond: number, inside: number, widthPx: number, reach: number): number {
  if (beyond === 0 || widthPx === 0) return 0;
  const away = edgeDistance(1 - beyond / inside, reach);
  const cover = widthPx / 2 + 0.5 - away;
  return cover <= 0 ? 0 : Math.min(1, cover);
}

function blend(out: Uint8Array, o: number, channels: number, plan: InkPlan, cover: number): void {
  const under = channels === 4 ? out[o + 3] / 255 : 1;
  const whole = cover + under * (1 - cover);
  for (let c = 0; c < 3; c++) {
    const ink = plan.colour[c] + (out[o + c] - plan.colour[c]) * plan.ownColour * under;
    out[o + c] = Math.round((ink * cover + out[o + c] * under * (1 - cover)) / whole);
  }
  if (channels === 4) out[o + 3] = Math.round(whole * 255);
}
