import { type MeshPoint, meshPoint } from '../face-angles.ts';
import type { Picture, Region } from '../picture.ts';

/** Colours of a region, three numbers of 0..255 a pixel, and 1 where there are any. */
export interface Patch {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
  readonly covered: Uint8Array;
}

const MESH_POINTS = 468;
/** A point this far outside its triangle still belongs to it: no seams between neighbours. */
const SEAM = -1e-3;

/**
 * The face of one picture laid over the mesh of another, triangle by triangle, the nearer one where two overlap.
 * @param triangles numbers of mesh points, three each
 * @param region of the picture the second mesh lies in, whole pixels
 */
export function warpFace(
  from: Picture,
  fromMesh: readonly MeshPoint[],
  toMesh: readonly MeshPoint[],
  triangles: readonly number[],
  region: Region,
): Patch {
  const { width, height } = region;
  const patch: Patch = {
    width,
    height,
    rgb: new Float32Array(width * height * 3),
    covered: new Uint8Array(width * height),
  };
  const depth = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (let t = 0; t + 2 < triangles.length; t += 3) {
    const corners = [triangles[t], triangles[t + 1], triangles[t + 2]];
    if (corners.some((at) => at === undefined || at >= MESH_POINTS)) continue;
    const [a = 0, b = 0, c = 0] = corners;
    const to = [meshPoint(toMesh, a), meshPoint(toMesh, b), meshPoint(toMesh, c)] as const;
    const source = [
      meshPoint(fromMesh, a),
      meshPoint(fromMesh, b),
      meshPoint(fromMesh, c),
    ] as const;
    warpTriangle(from, source, to, region, patch, depth);
  }
  return patch;
}

type Triangle = readonly [MeshPoint, MeshPoint, MeshPoint];

function warpTriangle(
  from: Picture,
  [p, q, r]: Triangle,
  [a, b, c]: Triangle,
  region: Region,
  patch: Patch,
  depth: Float32Array,
): void {
  const area = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
  if (Math.abs(area) < 1e-6) return;
  const x0 = Math.max(region.left, Math.floor(Math.min(a[0], b[0], c[0])));
  const x1 = Math.min(region.left + region.width - 1, Math.ceil(Math.max(a[0], b[0], c[0])));
  const y0 = Math.max(region.top, Math.floor(Math.min(a[1], b[1], c[1])));
  const y1 = Math.min(region.top + region.height - 1, Math.ceil(Math.max(a[1], b[1], c[1])));
  for (let y = y0; y <= y1; y += 1) {
    for (let x = x0; x <= x1; x += 1) {
      const u = ((b[1] - c[1]) * (x - c[0]) + (c[0] - b[0]) * (y - c[1])) / area;
      const v = ((c[1] - a[1]) * (x - c[0]) + (a[0] - c[0]) * (y - c[1])) / area;
      const w = 1 - u - v;
      if (u < SEAM || v < SEAM || w < SEAM) continue;
      const i = (y - region.top) * region.width + x - region.left;
      const z = u * a[2] + v * b[2] + w * c[2];
      if (z > (depth[i] ?? 0)) continue;
      depth[i] = z;
      patch.covered[i] = 1;
      sample(
        from,
        u * p[0] + v * q[0] + w * r[0],
        u * p[1] + v * q[1] + w * r[1],
        patch.rgb,
        i * 3,
      );
    }
  }
}

/** The colour between four pixels. */
function sample(
  { width, height, rgb }: Picture,
  x: number,
  y: number,
  out: Float32Array,
  o: number,
) {
  const sx = Math.min(width - 1.001, Math.max(0, x));
  const sy = Math.min(height - 1.001, Math.max(0, y));
  const ix = Math.floor(sx);
  const iy = Math.floor(sy);
  const fx = sx - ix;
  const fy = sy - iy;
  const at = (iy * width + ix) * 3;
  for (let c = 0; c < 3; c += 1) {
    const top = (rgb[at + c] ?? 0) * (1 - fx) + (rgb[at + 3 + c] ?? 0) * fx;
    const low = at + width * 3 + c;
    const bottom = (rgb[low] ?? 0) * (1 - fx) + (rgb[low + 3] ?? 0) * fx;
    out[o + c] = top * (1 - fy) + bottom * fy;
  }
}
