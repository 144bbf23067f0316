import { BODY_POINTS, type BodyPoint, type PointsOfBody, type Vec3 } from '@lumiku/pose-kit';
import type { SeenBody } from '@lumiku/vision';

/** BlazePose's numbers of the joints a pose is put together from. */
const LANDMARK: Readonly<Record<BodyPoint, number>> = {
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
};
const FACE = { nose: 0, leftEye: 2, rightEye: 5, leftEar: 7, rightEar: 8 };
const HEEL = { left: 29, right: 30 };
const TOE = { left: 31, right: 32 };
/** A point less visible than this is a guess of the network. */
export const SEEN_FROM = 0.3;

export function isSeen(body: SeenBody, landmark: number, from = SEEN_FROM): boolean {
  const point = body.landmarks[landmark];
  if (!point || point.visibility < from) return false;
  return point.x > -0.02 && point.x < 1.02 && point.y > -0.02 && point.y < 1.02;
}

/** Whether knees or ankles of both legs show. */
export function showsLegs(body: SeenBody): boolean {
  return [LANDMARK.leftKnee, LANDMARK.rightKnee].every((landmark) => isSeen(body, landmark));
}

/** A point as the pose kit wants it: x to image right, y up, z to the eye. */
function worldOf(body: SeenBody, landmark: number): Vec3 {
  const [x = 0, y = 0, z = 0] = body.landmarks[landmark]?.world ?? [];
  return [x, -y, -z];
}

function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** The joints of a body in space. Legs that are out of the picture hang straight down. */
export function pointsOf(body: SeenBody): PointsOfBody {
  const at = (landmark: number): Vec3 => worldOf(body, landmark);
  const points: Partial<Record<BodyPoint, Vec3>> = {};
  for (const name of BODY_POINTS) points[name] = at(LANDMARK[name]);
  if (!showsLegs(body)) {
    for (const side of ['left', 'right'] as const) {
      if (isSeen(body, LANDMARK[`${side}Knee`])) continue;
      const [x, y, z] = at(LANDMARK[`${side}Hip`]);
      points[`${side}Knee`] = [x, y - 1, z];
      points[`${side}Ankle`] = [x, y - 2, z];
    }
  }
  const toes = (side: 'left' | 'right') =>
    isSeen(body, TOE[side]) && isSeen(body, HEEL[side])
      ? { [side]: minus(at(TOE[side]), at(HEEL[side])) }
      : {};
  return {
    body: everyPoint(points),
    toes: { ...toes('left'), ...toes('right') },
    head: headAxes(at(FACE.leftEar), at(FACE.rightEar), at(FACE.nose)),
  };
}

function everyPoint(points: Partial<Record<BodyPoint, Vec3>>): Record<BodyPoint, Vec3> {
  const zero: Vec3 = [0, 0, 0];
  const { leftShoulder = zero, rightShoulder = zero, leftElbow = zero, rightElbow = zero } = points;
  const { leftWrist = zero, rightWrist = zero, leftHip = zero, rightHip = zero } = points;
  const { leftKnee = zero, rightKnee = zero, leftAnkle = zero, rightAnkle = zero } = points;
  return {
    ...{ leftShoulder, rightShoulder, leftElbow, rightElbow, leftWrist, rightWrist },
    ...{ leftHip, rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle },
  };
}

/** The network's nose hangs lower before the ears than a nose does: degrees to lift the face by. */
const FACE_LIFT = 16;

function headAxes(leftEar: Vec3, rightEar: Vec3, nose: Vec3): NonNullable<PointsOfBody['head']> {
  const unit = (v: Vec3): Vec3 => {
    const length = Math.hypot(...v) || 1;
    return [v[0] / length, v[1] / length, v[2] / length];
  };
  const cross = (a: Vec3, b: Vec3): Vec3 => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ];
  const x = unit(minus(leftEar, rightEar));
  const middle: Vec3 = [
    (leftEar[0] + rightEar[0]) / 2,
    (leftEar[1] + rightEar[1]) / 2,
    (leftEar[2] + rightEar[2]) / 2,
  ];
  const ahead = minus(nose, middle);
  const along = ahead[0] * x[0] + ahead[1] * x[1] + ahead[2] * x[2];
  const low = unit(minus(ahead, [x[0] * along, x[1] * along, x[2] * along]));
  const lowUp = cross(low, x);
  const [c, s] = [Math.cos((FACE_LIFT * Math.PI) / 180), Math.sin((FACE_LIFT * Math.PI) / 180)];
  const z: Vec3 = [c * low[0] + s * lowUp[0], c * low[1] + s * lowUp[1], c * low[2] + s * lowUp[2]];
  const y = cross(z, x);
  return [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]];
}
