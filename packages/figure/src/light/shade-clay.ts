import { clamp01 } from '../distance/smooth.ts';
import { ray } from '../march/camera.ts';
import { normal } from '../march/trace.ts';
import { ink } from '../paint/ink.ts';
import { lamps } from './lamps.ts';
import { CLOTH_WRAP, FLESH_WRAP, lit, reaching } from './lit.ts';

/** Painted clay under the studio's lamps: the paint in `ink`, into `lit`. */
export function shadeClay(): void {
  const { open, facing, key } = reaching;
  const nx = normal.x;
  const ny = normal.y;
  const nz = normal.z;
  const wrap = ink.flesh ? FLESH_WRAP : CLOTH_WRAP;
  const diffuse = clamp01((facing + wrap) / (1 + wrap)) * key;
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
  const red = (l.skyR * sky + l.baseR) * shut + l.fillR * fill;
  const green = (l.skyG * sky + l.baseG) * shut + l.fillG * fill;
  const blue = (l.skyB * sky + l.baseB) * shut + l.fillB * fill;
  lit.r = r * (l.keyR * diffuse + red * shut + l.rimR * rim) + gloss;
  lit.g = g * (l.keyG * diffuse + green * shut + l.rimG * rim) + gloss;
  lit.b = b * (l.keyB * diffuse + blue * shut + l.rimB * rim) + gloss;
  if (ink.flesh) {
    // Light that travels under the skin: warmer where light turns to shade and in folds.
    const turn = (facing - 0.05) / 0.28;
    const under = Math.exp(-turn * turn) * 0.16 * key;
    lit.r += r * (under * 0.5 + (1 - open) * 0.06);
    lit.g += g * under * 0.35;
    lit.b += b * under * 0.25;
  }
}

/** How much of the key light a shiny surface throws at the eye. */
export function glint(nx: number, ny: number, nz: number): number {
  const hx = lamps.keyX - ray.x;
  const hy = lamps.keyY - ray.y;
  const hz = lamps.keyZ - ray.z;
  const along = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
  return along > 0.3 ? along ** (90 - 78 * ink.rough) : 0;
}
