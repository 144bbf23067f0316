import { nearest } from '../distance/map-distance.ts';
import { lit } from '../light/lit.ts';
import { shadeInk } from '../light/shade.ts';
import { toneByte } from '../light/tone.ts';
import { aim, ray, view } from '../march/camera.ts';
import { normal, trace } from '../march/trace.ts';
import { paintPoint } from '../paint/paint-point.ts';
import { shadeHit } from './render-rows.ts';
import { SUB_PIXELS } from './sub-pixels.ts';

/** The surface is found again from a little in front of where it was hit. */
const STEP_BACK = 0.001;
const STEP_ON = 0.02;

/**
 * Smooths a pixel where only the paint changes: one ray finds surface and light, four samples on its tangent plane
 * find the paint. `depth`: where the pixel's own ray hit.
 */
export function smoothPaint(out: Uint8Array, o: number, x: number, y: number, depth: number): void {
  aim(x + 0.5, y + 0.5);
  if (!trace(depth - STEP_BACK, depth + STEP_ON, 1)) return;
  shadeHit();
  const { group, primitive } = nearest;
  const facing = normal.x * ray.x + normal.y * ray.y + normal.z * ray.z;
  const away = facing * depth;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (const [dx, dy] of SUB_PIXELS) {
    aim(x + dx, y + dy);
    const along = normal.x * ray.x + normal.y * ray.y + normal.z * ray.z;
    // A plane seen edge on would throw the sample far away.
    const t = along < -0.05 ? away / along : depth;
    paintPoint(
      group,
      primitive,
      view.eyeX + ray.x * t,
      view.eyeY + ray.y * t,
      view.eyeZ + ray.z * t,
    );
    shadeInk();
    red += toneByte(lit.r);
    green += toneByte(lit.g);
    blue += toneByte(lit.b);
  }
  out[o] = Math.round(red / 4);
  out[o + 1] = Math.round(green / 4);
  out[o + 2] = Math.round(blue / 4);
}
