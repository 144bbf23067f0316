import type { SceneLight } from '@lumiku/contract';
import { fromView } from '../march/camera.ts';
import { LIGHT_RIGS } from './rigs.ts';

/** Directions towards the three lamps of the studio, fixed to the camera, and their colours. */
export const lamps = {
  keyX: 0,
  keyY: 1,
  keyZ: 0,
  keyR: 1,
  keyG: 1,
  keyB: 1,
  rimX: 0,
  rimY: 0,
  rimZ: -1,
  rimR: 1,
  rimG: 1,
  rimB: 1,
  fillX: 0,
  fillY: 0,
  fillZ: 1,
  fillR: 0,
  fillG: 0,
  fillB: 0,
  skyR: 0,
  skyG: 0,
  skyB: 0,
  baseR: 0,
  baseG: 0,
  baseB: 0,
  shadow: 9,
  floorShadow: 6,
  floorShare: 0.38,
};

/** Sets up the studio's lamps; `sway` (−1..1) moves the key light a little. */
export function placeLamps(light: SceneLight, sway: number): void {
  const rig = LIGHT_RIGS[light];
  const [x, y, z] = rig.key.from;
  [lamps.keyX, lamps.keyY, lamps.keyZ] = fromView([x + 0.08 * sway, y, z]);
  [lamps.rimX, lamps.rimY, lamps.rimZ] = fromView(rig.rim.from);
  [lamps.fillX, lamps.fillY, lamps.fillZ] = fromView(rig.fill.from);
  [lamps.keyR, lamps.keyG, lamps.keyB] = rig.key.colour;
  [lamps.rimR, lamps.rimG, lamps.rimB] = rig.rim.colour;
  [lamps.fillR, lamps.fillG, lamps.fillB] = rig.fill.colour;
  [lamps.skyR, lamps.skyG, lamps.skyB] = rig.sky;
  [lamps.baseR, lamps.baseG, lamps.baseB] = rig.base;
  lamps.shadow = rig.shadow;
  lamps.floorShadow = rig.floorShadow;
  lamps.floorShare = rig.floorShare;
}
