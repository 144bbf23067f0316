import { fromView } from '../march/camera.ts';

/** Directions towards the three lamps of the studio, fixed to the camera. */
export const lamps = {
  keyX: 0,
  keyY: 1,
  keyZ: 0,
  rimX: 0,
  rimY: 0,
  rimZ: -1,
  fillX: 0,
  fillY: 0,
  fillZ: 1,
};

/** Places the lamps; `sway` (−1..1) moves the key light a little. */
export function placeLamps(sway: number): void {
  [lamps.keyX, lamps.keyY, lamps.keyZ] = fromView([-0.55 + 0.08 * sway, 0.75, 0.62]);
  [lamps.rimX, lamps.rimY, lamps.rimZ] = fromView([0.75, 0.35, -0.62]);
  [lamps.fillX, lamps.fillY, lamps.fillZ] = fromView([0.7, 0.15, 0.7]);
}
