import type { JointName } from '@lumiku/pose-kit';
import type { Side } from './puppet.ts';

/** The joints a person can take hold of, in the order Tab goes through them: down the middle, then limb by limb. */
export const HANDLES = [
  'headTop',
  'nose',
  'neck',
  'pelvis',
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
] as const satisfies readonly JointName[];
export type Handle = (typeof HANDLES)[number];

export type Limb = 'head' | 'trunk' | 'leftArm' | 'rightArm' | 'leftLeg' | 'rightLeg';

const LIMB_OF: Record<Handle, Limb> = {
  headTop: 'head',
  nose: 'head',
  neck: 'trunk',
  pelvis: 'trunk',
  leftShoulder: 'leftArm',
  leftElbow: 'leftArm',
  leftWrist: 'leftArm',
  leftHand: 'leftArm',
  rightShoulder: 'rightArm',
  rightElbow: 'rightArm',
  rightWrist: 'rightArm',
  rightHand: 'rightArm',
  leftHip: 'leftLeg',
  leftKnee: 'leftLeg',
  leftAnkle: 'leftLeg',
  leftToe: 'leftLeg',
  rightHip: 'rightLeg',
  rightKnee: 'rightLeg',
  rightAnkle: 'rightLeg',
  rightToe: 'rightLeg',
};

export function limbOf(handle: Handle): Limb {
  return LIMB_OF[handle];
}

/** The side a limb is on; null for head and trunk. */
export function sideOf(limb: Limb): Side | null {
  if (limb === 'leftArm' || limb === 'leftLeg') return 'left';
  return limb === 'rightArm' || limb === 'rightLeg' ? 'right' : null;
}

export function isArm(limb: Limb): limb is 'leftArm' | 'rightArm' {
  return limb === 'leftArm' || limb === 'rightArm';
}

export function isLeg(limb: Limb): limb is 'leftLeg' | 'rightLeg' {
  return limb === 'leftLeg' || limb === 'rightLeg';
}

/** Left becomes right. */
export function mirroredHandle(handle: Handle): Handle {
  const swapped = handle.startsWith('left')
    ? handle.replace('left', 'right')
    : handle.replace('right', 'left');
  return HANDLES.find((name) => name === swapped) ?? handle;
}
