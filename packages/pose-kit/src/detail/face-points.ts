import { apply } from '../mat3.ts';
import type { SolvedPose, Vec3 } from '../solved-pose.ts';
import { add, between, distance, scale, unit } from '../vec3.ts';

type Place = readonly [x: number, y: number, z: number];

/** Half the distance of the pupils the places below are measured with, in statures. */
const EYES_HALF = 0.0186;
/** Of the face ball, from between the eyes: what of it looks away from the camera is not seen. */
const FACE_MIDDLE: Place = [0, -0.015, -0.052];

/**
 * A plain face from between the pupils, in statures: x to the subject's left, y up, z forward. Right halves; what lies
 * on the middle line stands alone.
 */
const JAW: readonly Place[] = [
  [-0.0435, -0.006, -0.043],
  [-0.0432, -0.017, -0.041],
  [-0.042, -0.0275, -0.037],
  [-0.0395, -0.037, -0.0315],
  [-0.0355, -0.0455, -0.024],
  [-0.0295, -0.0525, -0.0155],
  [-0.0215, -0.058, -0.008],
  [-0.0115, -0.0615, -0.0025],
];
const CHIN: Place = [0, -0.063, -0.0005];
const BROW: readonly Place[] = [
  [-0.0335, 0.0085, -0.011],
  [-0.029, 0.0138, -0.0045],
  [-0.0228, 0.0158, 0],
  [-0.0163, 0.015, 0.0035],
  [-0.0098, 0.0122, 0.0055],
];
const BRIDGE: readonly Place[] = [
  [0, 0.0025, 0.006],
  [0, -0.0045, 0.0105],
  [0, -0.0112, 0.015],
  [0, -0.0178, 0.019],
];
const NOSTRIL: readonly Place[] = [
  [-0.0092, -0.0248, 0.008],
  [-0.0047, -0.0263, 0.0105],
];
const NOSE_BASE: Place = [0, -0.0272, 0.0122];
/** From the outer corner over the upper lid to the inner one, and back under it. */
const EYE: readonly Place[] = [
  [-0.0263, 0.0004, -0.0068],
  [-0.0218, 0.0035, -0.0025],
  [-0.0156, 0.0034, -0.0012],
  [-0.0108, -0.0006, -0.003],
  [-0.0156, -0.0028, -0.0018],
  [-0.0218, -0.0028, -0.003],
];
const MOUTH_CORNER: Place = [-0.0165, -0.0402, 0.0015];
const UPPER_LIP: readonly Place[] = [
  [-0.0108, -0.0363, 0.008],
  [-0.0043, -0.0345, 0.0112],
];
const UPPER_LIP_MIDDLE: Place = [0, -0.0355, 0.0118];
const LOWER_LIP: readonly Place[] = [
  [-0.0108, -0.0452, 0.0068],
  [-0.005, -0.0482, 0.0092],
];
const LOWER_LIP_MIDDLE: Place = [0, -0.0489, 0.0096];
const INNER_CORNER: Place = [-0.0142, -0.0402, 0.0022];
const INNER_UPPER: Place = [-0.0048, -0.0391, 0.0098];
const INNER_UPPER_MIDDLE: Place = [0, -0.0393, 0.0104];
const INNER_LOWER: Place = [-0.0048, -0.0412, 0.0092];
const INNER_LOWER_MIDDLE: Place = [0, -0.0415, 0.0097];
const PUPIL: Place = [-EYES_HALF, 0.0003, -0.001];

const left = ([x, y, z]: Place): Place => [-x, y, z];
const leftBack = (places: readonly Place[]): Place[] => places.map(left).reverse();

/** The left eye goes round the other way, from its inner corner: as they lie on the picture. */
const LEFT_EYE = [3, 2, 1, 0, 5, 4].map((index) => left(EYE[index] ?? PUPIL));

const FACE: readonly Place[] = [
  ...[...JAW, CHIN, ...leftBack(JAW)],
  ...[...BROW, ...leftBack(BROW)],
  ...[...BRIDGE, ...NOSTRIL, NOSE_BASE, ...leftBack(NOSTRIL)],
  ...[...EYE, ...LEFT_EYE],
  ...[MOUTH_CORNER, ...UPPER_LIP, UPPER_LIP_MIDDLE, ...leftBack(UPPER_LIP), left(MOUTH_CORNER)],
  ...[...LOWER_LIP.map(left), LOWER_LIP_MIDDLE, ...[...LOWER_LIP].reverse()],
  ...[INNER_CORNER, INNER_UPPER, INNER_UPPER_MIDDLE, left(INNER_UPPER), left(INNER_CORNER)],
  ...[left(INNER_LOWER), INNER_LOWER_MIDDLE, INNER_LOWER],
  ...[PUPIL, left(PUPIL)],
];

export interface FacePoint {
  readonly at: Vec3;
  /** Away from the head, a unit vector. */
  readonly outward: Vec3;
}

/**
 * The 70 points of OpenPose's face on the head of a pose, in the world: jaw, brows, nose, eyes, lips in iBUG's order,
 * then the pupils; right and left are the subject's.
 */
export function facePointsOf(pose: SolvedPose): FacePoint[] {
  const { leftEye, rightEye } = pose.joints;
  const middle = between(leftEye, rightEye, 0.5);
  const size = distance(leftEye, rightEye) / 2 / EYES_HALF;
  const frame = pose.frames.head;
  return FACE.map((place): FacePoint => {
    const from: Vec3 = [
      place[0] - FACE_MIDDLE[0],
      // A face is flatter along its height than across: points on the chin still look ahead.
      (place[1] - FACE_MIDDLE[1]) * 0.4,
      place[2] - FACE_MIDDLE[2],
    ];
    return {
      at: add(middle, apply(frame, scale(place, size))),
      outward: apply(frame, unit(from)),
    };
  });
}
