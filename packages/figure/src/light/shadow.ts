import { CELL, FAR, lattice, latticeDistance } from '../march/lattice.ts';
import { lamps } from './lamps.ts';

const FIRST_STEP = 0.0175;
const STEP_MIN = 0.0105;
const STEP_MAX = 0.052;
const REACH = 0.93;
const STEPS = 30;

/** How much key light reaches a point, 0..1; `sharpness` is the usual soft-shadow factor (Quilez). */
export function keyLightAt(px: number, py: number, pz: number, sharpness: number): number {
  const { keyX, keyY, keyZ } = lamps;
  const endX = lattice.originX + (lattice.nodesX - 1) * CELL;
  const endY = lattice.originY + (lattice.nodesY - 1) * CELL;
  const endZ = lattice.originZ + (lattice.nodesZ - 1) * CELL;
  const ax = (lattice.originX - px) / keyX;
  const bx = (endX - px) / keyX;
  const ay = (lattice.originY - py) / keyY;
  const by = (endY - py) / keyY;
  const az = (lattice.originZ - pz) / keyZ;
  const bz = (endZ - pz) / keyZ;
  const enter = Math.max(Math.min(ax, bx), Math.min(ay, by), Math.min(az, bz));
  const leave = Math.min(Math.max(ax, bx), Math.max(ay, by), Math.max(az, bz));
  let t = FIRST_STEP;
  let light = 1;
  let i = 0;
  if (leave > enter && leave > t) {
    if (t < enter) {
      i = Math.min(STEPS, Math.ceil((enter - t) / STEP_MAX));
      t += i * STEP_MAX;
    }
    for (; i < STEPS && t < leave && t <= REACH; i++) {
      const d = latticeDistance(px + keyX * t, py + keyY * t, pz + keyZ * t);
      const v = 0.5 + (0.5 * d * sharpness) / t;
      if (v < light) {
        light = v;
        if (light < 0) return 0;
      }
      t += d < STEP_MIN ? STEP_MIN : Math.min(d, STEP_MAX);
    }
  }
  // Outside the lattice nothing is near; the remaining steps only have to see that once.
  if (i < STEPS && t <= REACH) {
    const v = 0.5 + (0.5 * FAR * sharpness) / REACH;
    if (v < light) light = v;
  }
  return light * light * (3 - 2 * light);
}

/** What `keyLightAt` gives where nothing is near. */
export function openKeyLight(sharpness: number): number {
  const light = Math.min(1, 0.5 + (0.5 * FAR * sharpness) / REACH);
  return light * light * (3 - 2 * light);
}

const OCCLUSION_STEPS = [1, 2, 3, 4, 5].map((i) => (0.012 + 0.0187 * i * i) / 1.72);
const OCCLUSION_WEIGHTS = [1, 0.82, 0.82 ** 2, 0.82 ** 3, 0.82 ** 4];
const OCCLUSION_TOTAL = OCCLUSION_WEIGHTS.reduce((a, b) => a + b);

/** How open the surroundings of a surface point are, 0..1; the floor counts as an obstacle. */
export function opennessAt(
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let sum = 0;
  for (let i = 0; i < 5; i++) {
    const h = OCCLUSION_STEPS[i];
    const floor = y + ny * h;
    const d = Math.min(latticeDistance(x + nx * h, floor, z + nz * h), Math.max(floor, 0)) / h;
    sum += OCCLUSION_WEIGHTS[i] * (d < 0 ? 0 : Math.min(d, 1));
  }
  return sum / OCCLUSION_TOTAL;
}
