import type { PoseCamera, SolvedPose, Vec3 } from '@lumiku/pose-kit';
import { apply, multiply, rotationX, rotationY, transpose } from '@lumiku/pose-kit/mat3';
import { add, scale } from '@lumiku/pose-kit/vec3';

/** From where the figure is looked at while it is edited; the picture's own camera is another matter. */
export interface View {
  /** Degrees, as in `PoseCamera`. */
  readonly yaw: number;
  readonly pitch: number;
  readonly zoom: number;
  /** Pixels by which the picture was pushed aside. */
  readonly panPx: readonly [x: number, y: number];
}

/** The part of the viewport the figure is fitted into; the rest lies under buttons. */
export interface ViewFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly insetPx: { readonly top: number; readonly bottom: number; readonly side: number };
}

/** What the view is fitted to; taken anew when a pose is opened or a preset is pressed, never while dragging. */
export interface FitBox {
  readonly middle: Vec3;
  readonly height: number;
  readonly radius: number;
}

export const VIEW_PRESETS = {
  front: { yaw: 0, pitch: 4 },
  threeQuarter: { yaw: 35, pitch: 6 },
  side: { yaw: 90, pitch: 4 },
  back: { yaw: 180, pitch: 4 },
  top: { yaw: 0, pitch: 78 },
} as const;
export type ViewPreset = keyof typeof VIEW_PRESETS;

export const PITCH_LEAST = -25;
export const PITCH_MOST = 85;
const EYE_DISTANCE = 3.4;
/** Flesh around the joints. */
const AROUND = 0.07;
const RADIANS = Math.PI / 180;

export function fitBox({ joints }: Pick<SolvedPose, 'joints'>): FitBox {
  const points = Object.values(joints);
  const heights = points.map(([, y]) => y);
  const [low, high] = [Math.min(0, ...heights), Math.max(0.75, ...heights)];
  const middle = (axis: 0 | 2): number => {
    const values = points.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const [x, z] = [middle(0), middle(2)];
  const radius = Math.max(0.2, ...points.map((point) => Math.hypot(point[0] - x, point[2] - z)));
  return { middle: [x, (low + high) / 2, z], height: high - low + AROUND, radius: radius + AROUND };
}

export function viewCamera(view: View, frame: ViewFrame, box: FitBox): PoseCamera {
  const { widthPx, heightPx, insetPx } = frame;
  const tilt = Math.abs(view.pitch) * RADIANS;
  const tall = box.height * Math.cos(tilt) + 2 * box.radius * Math.sin(tilt);
  const room = {
    width: Math.max(40, widthPx - 2 * insetPx.side),
    height: Math.max(40, heightPx - insetPx.top - insetPx.bottom),
  };
  const staturePx = Math.min(room.height / tall, room.width / (2 * box.radius));
  return {
    rotation: multiply(rotationX(view.pitch), rotationY(view.yaw)),
    target: box.middle,
    eyeDistance: EYE_DISTANCE,
    focalPx: staturePx * EYE_DISTANCE * view.zoom * 0.94,
    centrePx: [widthPx / 2 + view.panPx[0], insetPx.top + room.height / 2 + view.panPx[1]],
    widthPx,
    heightPx,
  };
}

/** The point of the world under a pixel, at a depth from the eye. */
export function unproject(camera: PoseCamera, x: number, y: number, depth: number): Vec3 {
  const perPx = depth / camera.focalPx;
  const inView: Vec3 = [
    (x - camera.centrePx[0]) * perPx,
    (camera.centrePx[1] - y) * perPx,
    camera.eyeDistance - depth,
  ];
  return add(camera.target, apply(transpose(camera.rotation), inView));
}

/** A direction of the world: right, up or towards the eye, `length` long. */
export function viewDirection(camera: PoseCamera, axis: 0 | 1 | 2, length: number): Vec3 {
  const { rotation } = camera;
  return scale(
    [rotation[3 * axis] ?? 0, rotation[3 * axis + 1] ?? 0, rotation[3 * axis + 2] ?? 0],
    length,
  );
}

/** The preset a view is at, if it is at one. */
export function presetOf(view: View): ViewPreset | null {
  const turned = (degrees: number) => (((degrees % 360) + 540) % 360) - 180;
  const presets: ViewPreset[] = ['front', 'threeQuarter', 'side', 'back', 'top'];
  const near = presets.find(
    (name) =>
      Math.abs(turned(view.yaw - VIEW_PRESETS[name].yaw)) < 1 &&
      Math.abs(view.pitch - VIEW_PRESETS[name].pitch) < 1,
  );
  return near ?? null;
}
