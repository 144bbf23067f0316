/** Subject's own left is +x, up is +y, towards a camera at yaw 0 is +z. Right-handed. */
export type Vec3 = readonly [x: number, y: number, z: number];
/** Row-major rotation matrix; its columns are the local axes in the world. */
export type Mat3 = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export const JOINT_NAMES = [
  'pelvis',
  'waist',
  'chest',
  'neck',
  'headBase',
  'head',
  'headTop',
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'leftElbow',
  'leftWrist',
  'leftHand',
  'rightShoulder',
  'rightElbow',
  'rightWrist',
  'rightHand',
  'leftHip',
  'leftKnee',
  'leftAnkle',
  'leftToe',
  'rightHip',
  'rightKnee',
  'rightAnkle',
  'rightToe',
] as const;
export type JointName = (typeof JOINT_NAMES)[number];

export const FRAME_NAMES = [
  'pelvis',
  'waist',
  'chest',
  'neck',
  'head',
  'leftHand',
  'rightHand',
  'leftFoot',
  'rightFoot',
] as const;
export type FrameName = (typeof FRAME_NAMES)[number];

/**
 * A pose worked out: where every joint is and how every part is turned, before any camera.
 * Lengths are fractions of stature, the floor is y = 0. `neck` is the base of the neck; COCO's neck is the
 * middle of the shoulders. `leftHand` is the middle of the palm's far edge (knuckles); hand frames have +z out
 * of the back of the hand and -y along the fingers.
 */
export interface SolvedPose {
  readonly joints: Readonly<Record<JointName, Vec3>>;
  readonly frames: Readonly<Record<FrameName, Mat3>>;
  readonly hands: { readonly left: HandShape; readonly right: HandShape };
  readonly support: 'none' | 'wall' | 'stool' | 'chair' | 'floor';
}

export type HandShape = 'relaxed' | 'flat' | 'fist' | 'point' | 'grip';
