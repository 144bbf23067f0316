import { eyeRadius, eyeY, eyeZ, face } from '../distance/head-plan.ts';
import { smoothStep } from '../distance/smooth.ts';
import { view } from '../march/camera.ts';
import { local, toHead } from '../paint/canvas.ts';

/** How far the iris may leave the middle of the eye, head units. */
const SIDEWAYS_MAX = 0.06;
const UPWARDS_MAX = 0.03;

/** After the camera is set: lets the eyes look into it, unless the head is turned away on purpose. */
export function aimEyes(): void {
  toHead(view.eyeX, view.eyeY, view.eyeZ);
  const away = Math.hypot(local.x, local.y - eyeY, local.z - eyeZ);
  const ahead = (local.z - eyeZ) / away;
  const willing = smoothStep(0.45, 0.8, ahead);
  face.gazeX = within((eyeRadius * local.x) / away, SIDEWAYS_MAX) * willing;
  face.gazeY = within((eyeRadius * (local.y - eyeY)) / away, UPWARDS_MAX) * willing;
}

const within = (v: number, max: number): number => Math.max(-max, Math.min(max, v));
