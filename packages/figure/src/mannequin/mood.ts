import type { Look } from '@lumiku/contract';
import type { FacePlan } from '../distance/head-plan.ts';

type Mood = NonNullable<Look['expression']>;

/** What each mood makes of a face. */
const MOODS: Readonly<Record<Mood, (f: FacePlan) => Partial<FacePlan>>> = {
  neutral: () => ({ smile: 0.14 }),
  smile: (f) => ({
    smile: 1.1,
    eyeOpen: f.eyeOpen * 0.94,
    eyeOpenBelow: f.eyeOpenBelow * 0.66,
    browLift: f.browLift + 0.012,
    mouthHalfWidth: f.mouthHalfWidth * 1.2,
    cheeks: f.cheeks * 1.05,
  }),
  laugh: (f) => ({
    smile: 1.15,
    gape: 0.085,
    eyeOpen: f.eyeOpen * 0.72,
    eyeOpenBelow: f.eyeOpenBelow * 0.34,
    browLift: f.browLift + 0.035,
    mouthHalfWidth: f.mouthHalfWidth * 1.22,
    cheeks: f.cheeks * 1.08,
  }),
  confident: (f) => ({
    smile: 0.5,
    smirk: 0.85,
    eyeOpen: f.eyeOpen * 0.82,
    eyeOpenBelow: f.eyeOpenBelow * 0.82,
    browTilt: 0.024,
    browWorry: f.browWorry - 0.014,
    mouthHalfWidth: f.mouthHalfWidth * 1.06,
  }),
  serious: (f) => ({
    smile: -0.2,
    eyeOpen: f.eyeOpen * 0.84,
    browLift: f.browLift - 0.028,
    browWorry: -0.034,
  }),
  thoughtful: (f) => ({
    smile: 0.05,
    smirk: -0.4,
    browTilt: 0.026,
    browLift: f.browLift + 0.012,
    eyeOpen: f.eyeOpen * 0.9,
    mouthHalfWidth: f.mouthHalfWidth * 0.92,
  }),
  wink: (f) => ({
    smile: 1,
    smirk: 0.3,
    rightEyeOpen: -0.5,
    browTilt: 0.03,
    eyeOpenBelow: f.eyeOpenBelow * 0.8,
    mouthHalfWidth: f.mouthHalfWidth * 1.14,
  }),
  surprised: (f) => ({
    smile: 0,
    gape: 0.085,
    eyeOpen: f.eyeOpen * 1.2,
    eyeOpenBelow: f.eyeOpenBelow * 1.12,
    browLift: f.browLift + 0.07,
    mouthHalfWidth: f.mouthHalfWidth * 0.62,
  }),
  sad: (f) => ({
    smile: -0.48,
    eyeOpen: f.eyeOpen * 0.84,
    browWorry: 0.055,
    browLift: f.browLift - 0.01,
    eyeTilt: f.eyeTilt - 0.07,
  }),
};

/** Without a word about it a face is calm and friendly. */
export const inMood = (f: FacePlan, mood: Look['expression']): FacePlan =>
  mood === undefined ? f : { ...f, ...MOODS[mood](f) };
