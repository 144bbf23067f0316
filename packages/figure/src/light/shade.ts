import { clamp01, smoothStep } from '../distance/smooth.ts';
import { ray } from '../march/camera.ts';
import { normal } from '../march/trace.ts';
import { ink } from '../paint/ink.ts';
import { lamps } from './lamps.ts';
import { keyLightAt, opennessAt } from './shadow.ts';

/** Linear colour of the last shaded point. */
export const lit = { r: 0.5, g: 0.5, b: 0.5 };
/** How the light of this picture is drawn. */
export const shading: { style: 'studio' | 'cartoon' | 'anime' } = { style: 'studio' };

/** How light reaches the last measured point; paint may change under it. */
const reaching = { open: 1, facing: 0, key: 1 };
/** How far around its edge the key light reaches. */
const FLESH_WRAP = 0.35;
const CLOTH_WRAP = 0.14;

/** Light on the surface point whose paint is in `ink` and whose direction is in `normal`, into `lit`. */
export function shadePoint(x: number, y: number, z: number): void {
  const nx = normal.x;
  const ny = normal.y;
  const nz = normal.z;
  reaching.open = opennessAt(x, y, z, nx, ny, nz);
  reaching.facing = nx * lamps.keyX + ny * lamps.keyY + nz * lamps.keyZ;
  const isLit = reaching.facing >= -(ink.flesh ? FLESH_WRAP : CLOTH_WRAP);
  reaching.key = isLit
    ? keyLightAt(x + nx * 0.007, y + ny * 0.007, z + nz * 0.007, lamps.shadow)
    : 0;
  shadeInk();
}

/** The paint in `ink` in the light of the last `shadePoint`, into `lit`. */
export function shadeInk(): void {
  const { open, facing, key } = reaching;
  const nx = normal.x;
  const ny = normal.y;
  const nz = normal.z;
  const wrap = ink.flesh ? FLESH_WRAP : CLOTH_WRAP;
  let diffuse = clamp01((facing + wrap) / (1 + wrap)) * key;
  if (shading.style === 'anime')
    diffuse = 0.16 + 0.5 * smoothStep(0.12, 0.17, diffuse) + 0.18 * smoothStep(0.55, 0.6, diffuse);
  const sky = 0.5 + 0.5 * ny;
  const toEye = -(nx * ray.x + ny * ray.y + nz * ray.z);
  const grazing = 1 - clamp01(toEye);
  const edge = grazing * grazing * grazing * grazing;
  const behind = clamp01(nx * lamps.rimX + ny * lamps.rimY + nz * lamps.rimZ);
  const rim = behind * Math.sqrt(behind) * open;
  const fill = clamp01((nx * lamps.fillX + ny * lamps.fillY + nz * lamps.fillZ) * 0.5 + 0.5);
  const shut = 0.35 + 0.65 * open;
  const gloss = ink.shine * glint(nx, ny, nz) * key * 1.4 + edge * 0.1 * open * 0.65;
  const r = ink.r;
  const g = ink.g;
  const b = ink.b;
  const l = lamps;
  lit.r =
    r *
      (l.keyR * diffuse +
        ((l.skyR * sky + l.baseR) * shut + l.fillR * fill) * shut +
        l.rimR * rim) +
    gloss;
  lit.g =
    g *
      (l.keyG * diffuse +
        ((l.skyG * sky + l.baseG) * shut + l.fillG * fill) * shut +
        l.rimG * rim) +
    gloss;
  lit.b =
    b *
      (l.keyB * diffuse +
        ((l.skyB * sky + l.baseB) * shut + l.fillB * fill) * shut +
        l.rimB * rim) +
    gloss;
  if (shading.style !== 'studio') vivid(shading.style === 'anime' ? 1.28 : 1.22);
  if (ink.flesh) {
    // Light that travels under the skin: warmer where light turns to shade and in folds.
    const turn = (facing - 0.05) / 0.28;
    const under = Math.exp(-turn * turn) * 0.16 * key;
    lit.r += r * (under * 0.5 + (1 - open) * 0.06);
    lit.g += g * under * 0.35;
    lit.b += b * under * 0.25;
  }
}

function glint(nx: number, ny: number, nz: number): number {
  const hx = lamps.keyX - ray.x;
  const hy = lamps.keyY - ray.y;
  const hz = lamps.keyZ - ray.z;
  const along = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
  return along > 0.3 ? along ** (90 - 78 * ink.rough) : 0;
}

/** More colour and a little more light, as in drawings. */
function vivid(amount: number): void {
  const grey = lit.r * 0.3 + lit.g * 0.59 + lit.b * 0.11;
  lit.r = Math.max(0, grey + (lit.r - grey) * amount) * 1.08;
  lit.g = Math.max(0, grey + (lit.g - grey) * amount) * 1.08;
  lit.b = Math.max(0, grey + (lit.b - grey) * amount) * 1.08;
}
