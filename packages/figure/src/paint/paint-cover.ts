import { canvas, local } from './canvas.ts';
import { fillInk, ink, mixInk } from './ink.ts';

/** Cloth on the head at `local` (head units). */
export function paintCover(): void {
  const { palette, look } = canvas.now;
  fillInk(palette.cover);
  ink.rough = 0.85;
  ink.shine = 0.03;
  if (look === 'clay') return;
  if (look.headCover === 'blangkon') paintBatik();
  if (look.headCover === 'peci') ink.rough = 0.95;
}

/** Small drops in rows, as on a Javanese head cloth. */
function paintBatik(): void {
  const { palette } = canvas.now;
  const turn = Math.atan2(local.x, local.z + 0.08) * 5.5 + 40;
  const rise = local.y * 7 + 40;
  const row = Math.floor(rise);
  const u = ((turn + (row % 2) * 0.5) % 1) - 0.5;
  const v = (rise % 1) - 0.5;
  if (u * u * 1.3 + v * v < 0.05) mixInk(palette.accent, 0.75);
  else if (Math.abs(Math.sin((turn + rise) * Math.PI)) < 0.12) mixInk(palette.accent, 0.3);
}
