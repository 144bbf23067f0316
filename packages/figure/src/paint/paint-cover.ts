import { canvas, local } from './canvas.ts';
import { fillInk, ink, mixInk, stainInk } from './ink.ts';

/** Cloth on the head at `local` (head units). */
export function paintCover(): void {
  const { palette, look } = canvas.now;
  fillInk(palette.cover);
  ink.rough = 0.85;
  ink.shine = 0.03;
  if (look === 'clay') return;
  if (look.headCover === 'blangkon') paintBatik();
  if (look.headCover === 'peci') ink.rough = 0.95;
  if (look.headCover === 'hat') paintRibbon();
}

/** The ribbon around the crown of a hat. */
function paintRibbon(): void {
  const onCrown = Math.hypot(local.x / 0.86, (local.z + 0.08) / 0.96) < 1;
  if (onCrown && local.y > 0.58 && local.y < 0.76) stainInk(0.3, 0.3, 0.32, 0.85);
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
