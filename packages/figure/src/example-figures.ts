import type { Look } from '@lumiku/contract';
import { PoseSpec, type PoseSpecInput, RIGS, type SolvedPose, solvePose } from '@lumiku/pose-kit';

/** Poses and looks that stress the renderer, for its tests and its bench. */
const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const raised = { free: { out: 150, forward: 10, bend: 20 } };
const standing: PoseSpecInput = {
  pelvis: {},
  chest: {},
  head: {},
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  arms: { left: hanging, right: hanging },
  support: 'none',
};

const specs = {
  standing,
  crossedArms: {
    ...standing,
    arms: { left: { touch: 'cross_under' }, right: { touch: 'cross_over' } },
  },
  handOnHip: {
    ...standing,
    pelvis: { yaw: 8, roll: -5 },
    chest: { roll: 3 },
    head: { yaw: -12 },
    arms: { left: hanging, right: { touch: 'hip' } },
  },
  seated: {
    ...standing,
    pelvis: { y: 0.31 },
    legs: { left: { at: [0.075, 0.24] }, right: { at: [-0.075, 0.24] } },
    arms: { left: { touch: 'sit_thigh' }, right: { touch: 'sit_thigh' } },
    support: 'chair',
  },
  jumping: {
    ...standing,
    pelvis: { y: 0.62 },
    legs: {
      left: { at: [0.12, -0.1], lift: 0.17, foot: 'free' },
      right: { at: [-0.13, 0.06], lift: 0.1, foot: 'free' },
    },
    arms: { left: raised, right: raised },
  },
  leaning: {
    ...standing,
    pelvis: { z: -0.1, pitch: -6 },
    chest: { pitch: -8 },
    legs: { left: { at: [0.06, 0.08] }, right: { at: [-0.06, 0.1] } },
    support: 'wall',
  },
} satisfies Record<string, PoseSpecInput>;

type ExamplePose = keyof typeof specs;
export const EXAMPLE_POSES: readonly ExamplePose[] = [
  'standing',
  'crossedArms',
  'handOnHip',
  'seated',
  'jumping',
  'leaning',
];
export const examplePose = (name: ExamplePose): SolvedPose =>
  solvePose(PoseSpec.parse(specs[name]), RIGS.neutral);

const plain: Look = {
  gender: 'female',
  ageRange: 'young',
  skinColour: '#e9b995',
  hairStyle: 'long',
  hairColour: '#3b2318',
  headCover: 'none',
  glasses: 'none',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#f2f1ec',
  bottomColour: '#2f4f8f',
  accentColour: '#23479c',
};

export const EXAMPLE_LOOKS: readonly (Look | 'clay')[] = [
  'clay',
  plain,
  {
    ...plain,
    gender: 'male',
    hairStyle: 'quiff',
    beard: 'full',
    build: 1.2,
    outfit: 'formal',
    clothes: 'three_piece',
    expression: 'laugh',
  },
  {
    ...plain,
    headCover: 'hijab_square',
    glasses: 'cat_eye',
    outfit: 'professional',
    clothes: 'long_coat',
  },
  {
    ...plain,
    hairStyle: 'box_braids',
    outfit: 'dress',
    clothes: 'pleated_dress',
    glasses: 'aviator',
  },
  {
    ...plain,
    gender: 'male',
    ageRange: 'mature',
    headCover: 'turban',
    beard: 'long',
    outfit: 'traditional',
    clothes: 'koko_sarong',
  },
  { ...plain, hairStyle: 'braids', outfit: 'traditional', clothes: 'kebaya', makeup: 'bold' },
  {
    ...plain,
    gender: 'unisex',
    hairStyle: 'long_curly',
    headCover: 'cap',
    outfit: 'casual',
    clothes: 'hoodie_joggers',
    build: 0.85,
    expression: 'wink',
  },
];
