import type { Words } from '@lumiku/contract';
import type { Handle, Limb } from './handles.ts';
import type { Motion } from './limits.ts';

/** What each joint is called; left and right are the figure's own. */
export const HANDLE_WORDS: Record<Handle, Words> = {
  headTop: { en: 'Head', id: 'Kepala' },
  nose: { en: 'Face', id: 'Wajah' },
  neck: { en: 'Upper body', id: 'Badan atas' },
  pelvis: { en: 'Hips', id: 'Panggul' },
  leftShoulder: { en: 'Left shoulder', id: 'Bahu kiri' },
  leftElbow: { en: 'Left elbow', id: 'Siku kiri' },
  leftWrist: { en: 'Left wrist', id: 'Pergelangan kiri' },
  leftHand: { en: 'Left hand', id: 'Tangan kiri' },
  rightShoulder: { en: 'Right shoulder', id: 'Bahu kanan' },
  rightElbow: { en: 'Right elbow', id: 'Siku kanan' },
  rightWrist: { en: 'Right wrist', id: 'Pergelangan kanan' },
  rightHand: { en: 'Right hand', id: 'Tangan kanan' },
  leftHip: { en: 'Left hip', id: 'Pinggul kiri' },
  leftKnee: { en: 'Left knee', id: 'Lutut kiri' },
  leftAnkle: { en: 'Left ankle', id: 'Mata kaki kiri' },
  leftToe: { en: 'Left toes', id: 'Jari kaki kiri' },
  rightHip: { en: 'Right hip', id: 'Pinggul kanan' },
  rightKnee: { en: 'Right knee', id: 'Lutut kanan' },
  rightAnkle: { en: 'Right ankle', id: 'Mata kaki kanan' },
  rightToe: { en: 'Right toes', id: 'Jari kaki kanan' },
};

export const LIMB_WORDS: Record<Limb, Words> = {
  head: { en: 'Head', id: 'Kepala' },
  trunk: { en: 'Body', id: 'Badan' },
  leftArm: { en: 'Left arm', id: 'Lengan kiri' },
  rightArm: { en: 'Right arm', id: 'Lengan kanan' },
  leftLeg: { en: 'Left leg', id: 'Kaki kiri' },
  rightLeg: { en: 'Right leg', id: 'Kaki kanan' },
};

/** What is said while a joint resists. */
export const STRAIN_WORDS: Record<Motion, Words> = {
  elbowBend: { en: 'An elbow bends no further', id: 'Siku tidak menekuk lebih jauh' },
  armRaise: { en: 'An arm rises no further', id: 'Lengan tidak naik lebih jauh' },
  armBack: { en: 'An arm goes no further back', id: 'Lengan tidak ke belakang lebih jauh' },
  forearmTurn: { en: 'A forearm turns no further', id: 'Lengan bawah tidak berputar lebih jauh' },
  wristBend: { en: 'A wrist bends no further', id: 'Pergelangan tidak menekuk lebih jauh' },
  wristAside: { en: 'A wrist bends no further', id: 'Pergelangan tidak menekuk lebih jauh' },
  kneeBend: { en: 'A knee bends no further', id: 'Lutut tidak menekuk lebih jauh' },
  hipForward: { en: 'A hip bends no further', id: 'Pinggul tidak menekuk lebih jauh' },
  hipOut: { en: 'A leg spreads no further', id: 'Kaki tidak merentang lebih jauh' },
  footPoint: { en: 'A foot bends no further', id: 'Kaki tidak menekuk lebih jauh' },
  footTurn: { en: 'A foot turns no further', id: 'Kaki tidak berputar lebih jauh' },
  footRoll: { en: 'A foot tilts no further', id: 'Kaki tidak miring lebih jauh' },
  spineLean: { en: 'A back bends no further', id: 'Punggung tidak menekuk lebih jauh' },
  spineTilt: { en: 'A back bends no further', id: 'Punggung tidak menekuk lebih jauh' },
  spineTurn: { en: 'A back turns no further', id: 'Punggung tidak berputar lebih jauh' },
  headNod: { en: 'A neck bends no further', id: 'Leher tidak menekuk lebih jauh' },
  headTilt: { en: 'A neck bends no further', id: 'Leher tidak menekuk lebih jauh' },
  headTurn: { en: 'A neck turns no further', id: 'Leher tidak berputar lebih jauh' },
};
