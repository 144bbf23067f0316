/** Picture pixels; z grows away from the camera, in the same unit. */
export type MeshPoint = readonly [x: number, y: number, z: number];

export interface FaceAngles {
  /** Degrees, + = turned to the subject's left (the right of the picture). */
  readonly yaw: number;
  /** Degrees, + = down. */
  readonly pitch: number;
  /** Degrees, + = the subject's left ear is higher. */
  readonly roll: number;
}

/** Points of the 468-point face mesh (MediaPipe numbering); left and right are the subject's. */
export const MESH = {
  foreheadTop: 10,
  chin: 152,
  earRight: 234,
  earLeft: 454,
  noseTip: 1,
} as const;

const DEGREES = 180 / Math.PI;

export function meshPoint(mesh: readonly MeshPoint[], index: number): MeshPoint {
  const point = mesh[index];
  if (!point) throw new Error(`The face mesh has no point ${index}.`);
  return point;
}

/** The mesh of a face looking straight ahead leans back by this much (middle of a dozen frontal photos). */
const PITCH_AT_REST = 10;

/** Head direction from the mesh's ear-to-ear and forehead-to-chin lines. */
export function faceAngles(mesh: readonly MeshPoint[]): FaceAngles {
  const right = meshPoint(mesh, MESH.earRight);
  const left = meshPoint(mesh, MESH.earLeft);
  const top = meshPoint(mesh, MESH.foreheadTop);
  const chin = meshPoint(mesh, MESH.chin);
  const across = Math.hypot(left[0] - right[0], left[1] - right[1]);
  const down = Math.hypot(chin[0] - top[0], chin[1] - top[1]);
  return {
    yaw: Math.atan2(left[2] - right[2], across) * DEGREES,
    pitch: Math.atan2(chin[2] - top[2], down) * DEGREES - PITCH_AT_REST,
    roll: Math.atan2(right[1] - left[1], left[0] - right[0]) * DEGREES,
  };
}
