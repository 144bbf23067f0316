import type { Look } from '@lumiku/contract';
import { eyeRadius, eyeY, eyeZ, face } from '../distance/head-plan.ts';
import { smoothStep } from '../distance/smooth.ts';
import { view } from '../march/camera.ts';
import { local, toHead } from '../paint/canvas.ts';

/** How far the iris may leave the middle of the eye, head units. */
const SIDEWAYS_MAX = 0.056;
const UPWARDS_MAX = 0.034;

/** Where the iris goes for a gaze of the look: the subject's left is + x. */
const GAZES = {
  left: [SIDEWAYS_MAX, 0.004],
  right: [-SIDEWAYS_MAX, 0.004],
  up: [0.012, UPWARDS_MAX],
  down: [0, -0.036],
} as const;

/** After the camera is set: lets the eyes look where the look says, else into the camera unless the head turned away. */
export function aimEyes(gaze: Look['gaze']): void {
  if (gaze !== undefined && gaze !== 'camera') {
    [face.gazeX, face.gazeY] = GAZES[gaze];
    return;
  }
  toHead(view.eyeX, view.eyeY, view.eyeZ);
  const away = Math.hypot(local.x, local.y - eyeY, local.z - eyeZ);
  const ahead = (local.z - eyeZ) / away;
  const willing = smoothStep(0.4, 0.75, ahead);
  face.gazeX = within((eyeRadius * local.x) / away, SIDEWAYS_MAX) * willing;
  face.gazeY = within((eyeRadius * (local.y - eyeY)) / away, UPWARDS_MAX) * willing;
}

const within = (v: number, max: number): number => Math.max(-max, Math.min(max, v));
