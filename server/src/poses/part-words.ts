import type { Words } from '@lumiku/contract';
import type { FrameName, JointName } from '@lumiku/pose-kit';

type Side = 'left' | 'right';

/** A part of one side, the figure's own left or right. */
export function sided(en: string, id: string, side: Side): Words {
  return { en: `${side} ${en}`, id: `${id} ${side === 'left' ? 'kiri' : 'kanan'}` };
}

/** What the parts of a pose are called within a sentence. */
export const PART_WORDS: Readonly<Record<JointName | FrameName, Words>> = {
  pelvis: { en: 'pelvis', id: 'panggul' },
  waist: { en: 'waist', id: 'pinggang' },
  chest: { en: 'chest', id: 'dada' },
  neck: { en: 'neck', id: 'leher' },
  headBase: { en: 'base of the head', id: 'pangkal kepala' },
  head: { en: 'head', id: 'kepala' },
  headTop: { en: 'top of the head', id: 'ubun-ubun' },
  nose: { en: 'nose', id: 'hidung' },
  leftEye: sided('eye', 'mata', 'left'),
  rightEye: sided('eye', 'mata', 'right'),
  leftEar: sided('ear', 'telinga', 'left'),
  rightEar: sided('ear', 'telinga', 'right'),
  leftShoulder: sided('shoulder', 'bahu', 'left'),
  rightShoulder: sided('shoulder', 'bahu', 'right'),
  leftElbow: sided('elbow', 'siku', 'left'),
  rightElbow: sided('elbow', 'siku', 'right'),
  leftWrist: sided('wrist', 'pergelangan', 'left'),
  rightWrist: sided('wrist', 'pergelangan', 'right'),
  leftHand: sided('hand', 'tangan', 'left'),
  rightHand: sided('hand', 'tangan', 'right'),
  leftHip: sided('hip', 'pinggul', 'left'),
  rightHip: sided('hip', 'pinggul', 'right'),
  leftKnee: sided('knee', 'lutut', 'left'),
  rightKnee: sided('knee', 'lutut', 'right'),
  leftAnkle: sided('ankle', 'mata kaki', 'left'),
  rightAnkle: sided('ankle', 'mata kaki', 'right'),
  leftToe: sided('toes', 'jari kaki', 'left'),
  rightToe: sided('toes', 'jari kaki', 'right'),
  leftFoot: sided('foot', 'telapak kaki', 'left'),
  rightFoot: sided('foot', 'telapak kaki', 'right'),
};
