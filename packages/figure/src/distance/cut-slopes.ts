import { CutKind, cutKind, cutParams, STRIDE } from '../scene/tables.ts';
import { applyCut } from './cuts.ts';
import { mixSlope, setSlope, slope } from './slope.ts';

/** Half the side of the tetrahedron by which cuts without a formula of their own are measured. */
const REACH = 0.0005;

/** Turns `slope`, which belongs to the distance `d` at a point, into what it is after cut number `i`. @returns the cut distance */
export function cutWithSlope(i: number, x: number, y: number, z: number, d: number): number {
  const cut = applyCut(i, x, y, z, d);
  // Most of what a cut is made in lies beside it.
  if (cut === d) return d;
  if (cutKind[i] !== CutKind.plane) {
    measureCut(i, x, y, z, d);
    return cut;
  }
  const o = i * STRIDE;
  const nx = cutParams[o];
  const ny = cutParams[o + 1];
  const nz = cutParams[o + 2];
  const beyond = nx * x + ny * y + nz * z - cutParams[o + 3];
  mixSlope(beyond - d, cutParams[o + 4], nx, ny, nz);
  return cut;
}

function measureCut(i: number, x: number, y: number, z: number, d: number): void {
  const h = REACH;
  const a = slope.x * h;
  const b = slope.y * h;
  const c = slope.z * h;
  const k1 = applyCut(i, x + h, y - h, z - h, d + a - b - c);
  const k2 = applyCut(i, x - h, y - h, z + h, d - a - b + c);
  const k3 = applyCut(i, x - h, y + h, z - h, d - a + b - c);
  const k4 = applyCut(i, x + h, y + h, z + h, d + a + b + c);
  const s = 0.25 / h;
  setSlope((k1 - k2 - k3 + k4) * s, (-k1 - k2 + k3 + k4) * s, (-k1 + k2 - k3 + k4) * s);
}
