import { CutKind, cutKind, cutParams, STRIDE } from '../scene/tables.ts';
import { applyCut } from './cuts.ts';
import { mixSlope, REACH, setMeasuredSlope, slope } from './slope.ts';

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
  setMeasuredSlope(
    applyCut(i, x + h, y - h, z - h, d + a - b - c),
    applyCut(i, x - h, y - h, z + h, d - a - b + c),
    applyCut(i, x - h, y + h, z - h, d - a + b - c),
    applyCut(i, x + h, y + h, z + h, d + a + b + c),
  );
}
