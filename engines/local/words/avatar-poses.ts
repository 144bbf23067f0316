import {
  type FreeArm,
  PoseSpec,
  type PoseSpecInput,
  RIGS,
  type SolvedPose,
  solvePose,
} from '@lumiku/pose-kit';
import type { Gesture } from './thing.ts';

export interface AvatarPose {
  readonly spec: PoseSpec;
  readonly yaw: number;
}

type Arms = PoseSpecInput['arms'];
type Stance = Omit<PoseSpecInput, 'arms' | 'head'>;

const free = (out: number, forward: number, bend: number): { free: FreeArm['free'] } => ({
  free: { out, forward, inward: 10, bend },
});
const resting: Arms = { left: free(8, 2, 12), right: free(8, 2, 12) };
const open: Arms = { left: free(16, 0, 15), right: free(12, 4, 14) };
const oneHip: Arms = { left: free(9, 2, 12), right: { touch: 'hip' } };
const hips: Arms = { left: { touch: 'hip' }, right: { touch: 'hip' } };
const pockets: Arms = { left: { touch: 'pocket' }, right: { touch: 'pocket' } };
const onePocket: Arms = { left: free(10, 2, 14), right: { touch: 'pocket' } };
const crossed: Arms = { left: { touch: 'cross_over' }, right: { touch: 'cross_under' } };

const even: Stance = {
  pelvis: {},
  chest: {},
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  support: 'none',
};
const easy: Stance = {
  pelvis: { roll: -4 },
  chest: { roll: 2 },
  weight: 0.22,
  kneeBend: 3,
  legs: { left: { at: [0.085, 0.03], toeOut: 20 }, right: { at: [-0.045, 0] } },
  support: 'none',
};

const pose = (
  stance: Stance,
  arms: Arms,
  head: PoseSpecInput['head'],
  yaw: number,
): AvatarPose => ({ spec: PoseSpec.parse({ ...stance, arms, head }), yaw });

/** Quiet poses that show a person well; the seed picks one where the words ask for none. */
const FULL_BODY = [
  pose(even, resting, {}, 8),
  pose(easy, open, { yaw: -8, roll: -3 }, 14),
  pose(easy, oneHip, { yaw: 6, roll: 3 }, -10),
  pose(easy, onePocket, { yaw: 8 }, -16),
] as const;
const HALF_BODY = [
  pose(even, resting, { roll: 2 }, 10),
  pose(even, resting, { yaw: -10 }, 22),
  pose(easy, open, { yaw: 8, roll: 3 }, -16),
  pose(even, resting, { yaw: 6, roll: -2 }, -12),
  pose(even, crossed, { roll: -2 }, 8),
] as const;
const GESTURES: Readonly<Record<Gesture, AvatarPose>> = {
  hips: pose(easy, hips, { roll: -2 }, 8),
  pockets: pose(easy, pockets, { yaw: -6 }, 12),
  crossed: pose(even, crossed, { roll: -2 }, 10),
};

export interface PoseWish {
  bodyType: 'half_body' | 'full_body';
  gesture: Gesture | null;
  /** Hands deep in pockets or on hips do not suit every dress: then only resting arms are picked. */
  isPlain: boolean;
}

/** A pose that fits; the same pick gives the same pose. @param pick 0..1 */
export function avatarPose(wish: PoseWish, pick: number): AvatarPose {
  if (wish.gesture) return GESTURES[wish.gesture];
  const fitting = wish.bodyType === 'half_body' ? HALF_BODY : FULL_BODY;
  const count = wish.isPlain ? 2 : fitting.length;
  return fitting[Math.min(Math.floor(pick * count), count - 1)] ?? fitting[0];
}

export function solveAvatarPose(
  { spec }: AvatarPose,
  gender: 'female' | 'male' | 'unisex',
): SolvedPose {
  return solvePose(spec, gender === 'unisex' ? RIGS.neutral : RIGS[gender]);
}
