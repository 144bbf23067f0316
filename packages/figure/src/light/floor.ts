import { clamp01, smoothStep, square } from '../distance/smooth.ts';
import { aim, ray, view } from '../march/camera.ts';
import { FAR, latticeDistance } from '../march/lattice.ts';
import { keyLightAt, openKeyLight } from './shadow.ts';
import { toneByte } from './tone.ts';

const DISC = 1.28;
const FADE_FROM = 0.58;
/** Rays flatter than this never reach the floor. */
const HORIZON = -0.0005;

/** The room behind the figure: backdrop in linear light and where the figure stands. */
export const room = { r: 0.7, g: 0.7, b: 0.7, x: 0, z: 0, sampleEvery: 4 };

const HEIGHTS = [0, 1, 2, 3, 4].map((i) => 0.007 * 1.9 ** i);
const WEIGHTS = HEIGHTS.map((_, i) => 0.8 ** i);
const TOTAL = WEIGHTS.reduce((a, b) => a + b);
const KEY_SHARE = 0.38;
const NEARBY_SHARE = 0.38;
const SOFTNESS = 6;

/** How little stands close above the floor, by steps upwards. */
function nearby(x: number, z: number): number {
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += WEIGHTS[i] * openAt(latticeDistance(x, HEIGHTS[i], z), i);
  return 1 - NEARBY_SHARE + (NEARBY_SHARE * sum) / TOTAL;
}

const openAt = (d: number, i: number): number => clamp01(d / (HEIGHTS[i] * 1.15 + 0.0058));

/** What the two above make of a floor that nothing stands on. */
const OPEN_LIGHT =
  (1 - KEY_SHARE + KEY_SHARE * openKeyLight(SOFTNESS)) *
  (1 -
    NEARBY_SHARE +
    (NEARBY_SHARE * HEIGHTS.reduce((a, _, i) => a + WEIGHTS[i] * openAt(FAR, i), 0)) / TOTAL);

/** 1 on the open floor, less in the figure's shadow. */
function floorLight(x: number, z: number): number {
  const away = Math.sqrt(square(x - room.x) + square(z - room.z));
  if (away >= DISC) return 1;
  const light = (1 - KEY_SHARE + KEY_SHARE * keyLightAt(x, 0.0024, z, SOFTNESS)) * nearby(x, z);
  const shade = Math.min(1, light / OPEN_LIGHT);
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

/** Writes one backdrop pixel: vignetted colour and shadow, or shadow alone (as alpha) on a transparent picture. */
export function writeBackdrop(
  out: Uint8Array,
  o: number,
  channels: number,
  px: number,
  py: number,
  light: number,
): void {
  if (channels === 4) {
    out[o] = out[o + 1] = out[o + 2] = 0;
    out[o + 3] = Math.round(255 * (1 - light) * 0.8);
    return;
  }
  const u = (px / view.widthPx - 0.5) * 1.1;
  const v = (py / view.heightPx - 0.42) * 0.8;
  const k = 1.03 - 0.3 * Math.sqrt(u * u + v * v);
  out[o] = toneByte(room.r * k * light);
  out[o + 1] = toneByte(room.g * k * (light + (1 - light) * 0.05));
  out[o + 2] = toneByte(room.b * k * (light + (1 - light) * 0.12));
}
