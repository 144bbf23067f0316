import { clamp01, smoothStep, square } from '../distance/smooth.ts';
import { aim, ray, view } from '../march/camera.ts';
import { FAR, latticeDistance } from '../march/lattice.ts';
import { lamps } from './lamps.ts';
import { keyLightAt, openKeyLight } from './shadow.ts';

const DISC = 1.28;
const FADE_FROM = 0.58;
/** Rays flatter than this never reach the floor. */
const HORIZON = -0.0005;

/** Where the figure stands, how finely its floor is measured, and the light of the floor where nothing stands. */
export const room = { x: 0, z: 0, sampleEvery: 4, open: 1 };

const HEIGHTS = [0, 1, 2, 3, 4].map((i) => 0.007 * 1.9 ** i);
const WEIGHTS = HEIGHTS.map((_, i) => 0.8 ** i);
const TOTAL = WEIGHTS.reduce((a, b) => a + b);
const NEARBY_SHARE = 0.38;

/** How little stands close above the floor, by steps upwards. */
function nearby(x: number, z: number): number {
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += WEIGHTS[i] * openAt(latticeDistance(x, HEIGHTS[i], z), i);
  return 1 - NEARBY_SHARE + (NEARBY_SHARE * sum) / TOTAL;
}

const openAt = (d: number, i: number): number => clamp01(d / (HEIGHTS[i] * 1.15 + 0.0058));

const OPEN_NEARBY =
  1 -
  NEARBY_SHARE +
  (NEARBY_SHARE * HEIGHTS.reduce((a, _, i) => a + WEIGHTS[i] * openAt(FAR, i), 0)) / TOTAL;

/** Sets the floor up for the lamps as they are. */
export function layFloor(x: number, z: number, widthPx: number): void {
  const { floorShare, floorShadow } = lamps;
  room.x = x;
  room.z = z;
  room.sampleEvery = Math.max(2, Math.round(widthPx / 192));
  room.open = (1 - floorShare + floorShare * openKeyLight(floorShadow)) * OPEN_NEARBY;
}

/** 1 on the open floor, less in the figure's shadow. */
function floorLight(x: number, z: number): number {
  const away = Math.sqrt(square(x - room.x) + square(z - room.z));
  if (away >= DISC) return 1;
  const { floorShare, floorShadow } = lamps;
  const key = keyLightAt(x, 0.0024, z, floorShadow);
  const shade = Math.min(1, ((1 - floorShare + floorShare * key) * nearby(x, z)) / room.open);
  return 1 + (shade - 1) * (1 - smoothStep(FADE_FROM, DISC, away));
}

/** Floor light along the image row `y`, one sample per `room.sampleEvery` pixels. False: all of it is 1. */
export function measureFloorRow(y: number, samples: Float32Array): boolean {
  aim(view.widthPx / 2, y + 0.5);
  if (ray.y >= HORIZON) return false;
  const t = -view.eyeY / ray.y;
  const x = view.eyeX + ray.x * t - room.x;
  const z = view.eyeZ + ray.z * t - room.z;
  if (x * x + z * z > square(DISC * 1.3)) return false;
  const count = Math.ceil(view.widthPx / room.sampleEvery) + 1;
  for (let i = 0; i < count; i++) {
    aim(i * room.sampleEvery + 0.5, y + 0.5);
    samples[i] = floorLightAlongRay();
  }
  return true;
}

/** Floor light where `ray` meets the floor; 1 above the horizon. */
export function floorLightAlongRay(): number {
  if (ray.y >= HORIZON) return 1;
  const t = -view.eyeY / ray.y;
  return floorLight(view.eyeX + ray.x * t, view.eyeZ + ray.z * t);
}
