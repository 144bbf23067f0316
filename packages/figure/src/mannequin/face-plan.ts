import type { Look } from '@lumiku/contract';
import { type FacePlan, PLAIN_FACE } from '../distance/head-plan.ts';
import { seedShare } from './seed-share.ts';

/** A face belongs to a person more than to a picture: this much of it comes from the look, the rest from the seed. */
const SHARE_OF_LOOK = 0.7;

/** The face of a look: its shape from what stays with the person and a little from the seed, its mood on top. */
export function facePlan(look: Look, seed: number): FacePlan {
  const person = personSeed(look);
  /** −1..1, most often near 0. */
  const sway = (purpose: number): number => {
    const own = seedShare(person, purpose) * 2 - 1;
    const varied = seedShare(seed, purpose) * 2 - 1;
    return own * SHARE_OF_LOOK + varied * (1 - SHARE_OF_LOOK);
  };
  const feminine = look.gender === 'female' ? 1 : look.gender === 'male' ? 0 : 0.5;
  const young = look.ageRange === 'young' ? 1 : 0;
  const mature = look.ageRange === 'mature' ? 1 : 0;
  const eyes = 1 + 0.05 * feminine + 0.05 * young - 0.08 * mature;
  const shape: FacePlan = {
    ...PLAIN_FACE,
    jaw: 1 + 0.055 * sway(11),
    chin: 1 + 0.28 * sway(12),
    cheeks: 1 + 0.13 * sway(13) + 0.05 * young - 0.04 * mature,
    nose: 1 + 0.22 * sway(14) + 0.05 * mature,
    noseDrop: 0.045 * sway(15) + 0.02 * mature,
    chinDrop: 0.05 * sway(16) - 0.02 * young,
    eyeX: PLAIN_FACE.eyeX + 0.016 * sway(17),
    eyeOpen: eyes + 0.14 * sway(18),
    eyeOpenBelow: eyes + 0.08 * sway(18),
    eyeTilt: 0.03 * feminine + 0.11 * sway(19),
    browLift: 0.012 * feminine + 0.028 * sway(20),
    browArch: 1 + 0.5 * sway(21),
    browThickness: 1 + 0.28 * sway(22),
    browWorry: 0.014 * sway(23),
    lips: 1.02 + 0.12 * feminine + 0.3 * sway(24),
    mouthHalfWidth: 0.205 + 0.024 * sway(25),
    smile: 0.62 + 0.22 * sway(26),
  };
  return inMood(shape, look.expression);
}

/** Without a word about it a face is calm and friendly. */
function inMood(f: FacePlan, mood: Look['expression']): FacePlan {
  switch (mood) {
    case 'neutral':
      return { ...f, smile: 0.12 };
    case 'smile':
      return {
        ...f,
        smile: 1,
        eyeOpenBelow: f.eyeOpenBelow * 0.8,
        mouthHalfWidth: f.mouthHalfWidth * 1.12,
      };
    case 'laugh':
      return {
        ...f,
        smile: 1,
        gape: 0.1,
        eyeOpen: f.eyeOpen * 0.85,
        eyeOpenBelow: f.eyeOpenBelow * 0.5,
        browLift: f.browLift + 0.03,
        mouthHalfWidth: f.mouthHalfWidth * 1.22,
      };
    case 'serious':
      return {
        ...f,
        smile: -0.15,
        eyeOpen: f.eyeOpen * 0.88,
        browLift: f.browLift - 0.025,
        browWorry: -0.035,
      };
    case 'surprised':
      return {
        ...f,
        smile: 0,
        gape: 0.11,
        eyeOpen: f.eyeOpen * 1.25,
        eyeOpenBelow: f.eyeOpenBelow * 1.12,
        browLift: f.browLift + 0.075,
        mouthHalfWidth: f.mouthHalfWidth * 0.66,
      };
    case 'sad':
      return {
        ...f,
        smile: -0.75,
        eyeOpen: f.eyeOpen * 0.86,
        browWorry: 0.06,
        eyeTilt: f.eyeTilt - 0.06,
      };
    default:
      return f;
  }
}

/** Clothes, glasses and haircut may change; the face stays. FNV-1a over what does not. */
function personSeed(look: Look): number {
  let hash = 0x811c9dc5;
  for (const c of `${look.gender}${look.skinColour}${look.hairColour}`)
    hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
