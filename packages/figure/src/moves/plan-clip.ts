import { PoseSpec, RIGS, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import type { FigureJob } from '../figure-job.ts';
import { type BodyState, poseOf, stateOf } from './body-state.ts';
import { type ClipMoment, clipCamera } from './clip-camera.ts';
import { CATWALK, WALK, walking } from './gait.ts';
import { talking, waving } from './gestures.ts';
import { mixStates } from './mix-states.ts';

export type Move = 'turn' | 'wave' | 'walk' | 'catwalk' | 'talk';

export interface ClipPlan {
  readonly framesPerSecond: number;
  /** One job a frame; after the last the first follows without a jump. */
  readonly frames: readonly FigureJob[];
}

export const FRAMES_PER_SECOND = 20;
/** Moments looked at to place the camera. */
const CAMERA_MOMENTS = 16;
/** A double step, seconds. */
const WALK_CYCLE = 1.1;
const CATWALK_CYCLE = 1.2;
const CHANGE = 0.7;
const WORDS_PER_SECOND = 2.6;

/** The frames of a clip of a figure that moves out of its pose and back. `job`: the picture that begins to move. */
export function planClip(job: FigureJob, move: Move, seconds: number): ClipPlan {
  const count = Math.max(2, Math.round(seconds * FRAMES_PER_SECOND));
  const at = momentsOf(job, move, seconds);
  const moments = Array.from({ length: count }, (_, i) => at(i / count));
  const step = Math.max(1, Math.floor(count / CAMERA_MOMENTS));
  const camera = clipCamera(
    moments.filter((_, i) => i % step === 0),
    job,
  );
  return {
    framesPerSecond: FRAMES_PER_SECOND,
    frames: moments.map((moment) => ({
      ...job,
      pose: moment.pose,
      camera: { ...job.camera, yaw: moment.yaw },
      view: camera(moment),
      ...(moment.mouth === undefined ? {} : { mouth: moment.mouth }),
    })),
  };
}

/** What is to be seen at each share (0..1) of the clip. */
function momentsOf(job: FigureJob, move: Move, seconds: number): (t: number) => ClipMoment {
  const { pose } = job;
  const { yaw } = job.camera;
  switch (move) {
    case 'turn':
      return (t) => ({ pose, yaw: yaw + turned(pose, t) });
    case 'wave': {
      const rest = stateOf(pose);
      const side = freeHand(pose, yaw);
      return (t) => ({ pose: poseOf(waving(rest, side, t)), yaw });
    }
    case 'talk': {
      const rest = stateOf(pose);
      const words = Math.max(1, Math.round(seconds * WORDS_PER_SECOND));
      return (t) => ({ pose: poseOf(talking(rest, t)), yaw, mouth: mouthAt(words, t) });
    }
    case 'walk': {
      const stand = standing(pose);
      const cycles = Math.max(1, Math.round(seconds / WALK_CYCLE));
      return (t) => ({ pose: poseOf(walking(stand, WALK, phaseOf(cycles * t))), yaw });
    }
    case 'catwalk':
      return catwalk(job, seconds);
  }
}

/** Syllables of different weight with short rests between them; the same at 0 and at 1. */
function mouthAt(words: number, t: number): number {
  const turn = 2 * Math.PI * words * t;
  const weight = 0.65 + 0.35 * Math.sin(2 * Math.PI * 3 * t);
  const open = Math.max(0, Math.sin(turn) + 0.45 * Math.sin(2 * turn + 1));
  return Math.min(1, open * weight * 0.8);
}

const phaseOf = (turns: number): number => turns - Math.floor(turns);

/** All the way round; somebody who leans on a wall only from side to side, or the wall would hide them. */
const turned = (pose: SolvedPose, t: number): number =>
  pose.support === 'wall' ? 40 * Math.sin(2 * Math.PI * t) : 360 * t;

/** The hand that nothing holds; of two, the one on the far side of where the head looks into the picture. */
function freeHand(pose: SolvedPose, yaw: number): 'left' | 'right' {
  const { joints } = pose;
  const hold = (side: 'left' | 'right'): number => {
    const hand = joints[`${side}Hand`];
    const low = hand[1] < 0.12 ? 1 : 0;
    return low + (pose.hands[side] === 'grip' ? 1 : 0);
  };
  const [left, right] = [hold('left'), hold('right')];
  if (left !== right) return left < right ? 'left' : 'right';
  return yaw > 0 ? 'left' : 'right';
}

/** Walks, stops in the pose, holds it, and walks on; a seated pose is left out for standing. */
function catwalk(job: FigureJob, seconds: number): (t: number) => ClipMoment {
  const { yaw } = job.camera;
  const stand = standing(job.pose);
  const isOnFeet = job.pose.support === 'none' && isUpright(job.pose);
  const stop = isOnFeet ? stateOf(job.pose) : stand;
  const still = Math.min(seconds * 0.42, CHANGE * 2 + 1.6);
  const cycles = Math.max(1, Math.round((seconds - still) / CATWALK_CYCLE));
  const walkShare = 1 - still / seconds;
  const change = CHANGE / seconds;
  const stride = (turns: number): BodyState => walking(stand, CATWALK, phaseOf(turns));
  return (t) => {
    if (t < walkShare) return { pose: poseOf(stride((cycles * t) / walkShare)), yaw };
    const into = (t - walkShare) / change;
    const outOf = (1 - t) / change;
    if (into < 1) return { pose: poseOf(mixStates(stride(0), stop, into)), yaw };
    if (outOf < 1) return { pose: poseOf(mixStates(stride(0), stop, outOf)), yaw };
    return { pose: poseOf(stop), yaw };
  };
}

const isUpright = (pose: SolvedPose): boolean =>
  pose.joints.pelvis[1] > 0.42 &&
  Math.min(pose.joints.leftAnkle[1], pose.joints.rightAnkle[1]) < 0.06;

const hanging = { free: { out: 8, forward: 2, inward: 10, bend: 12 } };
const STAND = PoseSpec.parse({
  pelvis: {},
  chest: {},
  head: {},
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.05, 0] }, right: { at: [-0.05, 0] } },
  arms: { left: hanging, right: hanging },
  support: 'none',
});

/** The body of a pose, standing straight. */
function standing(pose: SolvedPose): BodyState {
  const thigh = (p: SolvedPose): number =>
    Math.hypot(...p.joints.leftHip.map((v, i) => v - p.joints.leftKnee[i]));
  const bodies = Object.values(RIGS).map((rig) => solvePose(STAND, rig));
  const [nearest] = bodies.toSorted(
    (a, b) => Math.abs(thigh(a) - thigh(pose)) - Math.abs(thigh(b) - thigh(pose)),
  );
  return stateOf(nearest ?? solvePose(STAND, RIGS.neutral));
}
