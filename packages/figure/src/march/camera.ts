import type { PoseCamera, Vec3 } from '@lumiku/pose-kit';
import { add, rotate, transpose } from '../vector.ts';

/** The camera of the picture being drawn and, in `ray`, the direction and the image point of the last `aim`. */
export const view = {
  widthPx: 0,
  heightPx: 0,
  focalPx: 1,
  /** Image point the camera's axis goes through. */
  middleX: 0,
  middleY: 0,
  distance: 0,
  eyeX: 0,
  eyeY: 0,
  eyeZ: 0,
  centreX: 0,
  centreY: 0,
  centreZ: 0,
};
export const ray = { x: 0.5, y: 0.5, z: 0.5, px: 0.5, py: 0.5 };
/** World axes of the view: right, up, towards the eye. */
export const viewAxes = new Float64Array(9);

/** Points the renderer's camera. */
export function setCamera(camera: PoseCamera): void {
  const toWorld = transpose(camera.rotation);
  viewAxes.set(camera.rotation);
  const eye = add(camera.target, rotate(toWorld, [0, 0, camera.eyeDistance]));
  [view.eyeX, view.eyeY, view.eyeZ] = eye;
  [view.centreX, view.centreY, view.centreZ] = camera.target;
  view.widthPx = camera.widthPx;
  view.heightPx = camera.heightPx;
  view.focalPx = camera.focalPx;
  view.distance = camera.eyeDistance;
  [view.middleX, view.middleY] = camera.centrePx;
}

/** Direction through the image point (pixels from the top left) into `ray`. */
export function aim(px: number, py: number): void {
  ray.px = px;
  ray.py = py;
  const u = (px - view.middleX) / view.focalPx;
  const v = (view.middleY - py) / view.focalPx;
  const x = viewAxes[0] * u + viewAxes[3] * v - viewAxes[6];
  const y = viewAxes[1] * u + viewAxes[4] * v - viewAxes[7];
  const z = viewAxes[2] * u + viewAxes[5] * v - viewAxes[8];
  const length = 1 / Math.sqrt(x * x + y * y + z * z);
  ray.x = x * length;
  ray.y = y * length;
  ray.z = z * length;
}

/** A direction given in the view, in the world. */
export function fromView(v: Vec3): Vec3 {
  const length = Math.hypot(v[0], v[1], v[2]);
  const at = (i: number): number =>
    (viewAxes[i] * v[0] + viewAxes[3 + i] * v[1] + viewAxes[6 + i] * v[2]) / length;
  return [at(0), at(1), at(2)];
}
