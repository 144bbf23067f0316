import type { FaceTrait, Look } from '@lumiku/contract';
import { type FacePlan, PLAIN_FACE } from '../distance/head-plan.ts';
import { femininityOf } from './femininity.ts';
import { inMood } from './mood.ts';
import { seedShare } from './seed-share.ts';

/** A face belongs to a person more than to a picture: this much of it comes from the look, the rest from the seed. */
const SHARE_OF_LOOK = 0.85;
/** How far a face that nobody described strays from the average, of what the traits can reach. */
const STRAY = 0.55;

/** The face of a look: its shape from what stays with the person and a little from the seed, its mood on top. */
export function facePlan(look: Look, seed: number): FacePlan {
  const person = personSeed(look);
  /** −1..1: what is said of the trait, else most often near 0. */
  const trait = (name: FaceTrait, purpose: number): number => {
    const said = look.face?.[name];
    if (said !== undefined) return said;
    const own = seedShare(person, purpose) * 2 - 1;
    const varied = seedShare(seed, purpose) * 2 - 1;
    return (own * SHARE_OF_LOOK + varied * (1 - SHARE_OF_LOOK)) * STRAY;
  };
  const feminine = femininityOf(look);
  const young = look.ageRange === 'young' ? 1 : 0;
  const mature = look.ageRange === 'mature' ? 1 : 0;
  const eyes = 1 + 0.07 * feminine + 0.08 * young - 0.1 * mature;
  const eyeSize = trait('eyeSize', 18);
  const length = trait('faceLength', 16);
  const shape: FacePlan = {
    ...PLAIN_FACE,
    jaw: 1 + 0.085 * trait('jawWidth', 11) - 0.025 * length + 0.02 * mature,
    chin: 1 + 0.34 * trait('chin', 12) - 0.08 * young,
    cheeks: 1 + 0.17 * trait('cheeks', 13) + 0.05 * young - 0.02 * mature + 0.04 * feminine,
    nose: 1 + 0.34 * trait('noseWidth', 14) + 0.09 * mature - 0.05 * young,
    ears: 1 + 0.18 * trait('ears', 28) + 0.1 * mature,
    noseDrop: 0.06 * trait('noseLength', 15) + 0.025 * mature - 0.015 * young,
    chinDrop: 0.085 * length - 0.03 * young + 0.01 * mature,
    eyeX: PLAIN_FACE.eyeX + 0.022 * trait('eyeSpacing', 17),
    eyeOpen: eyes + 0.2 * eyeSize,
    eyeOpenBelow: eyes + 0.14 * eyeSize,
    eyeTilt: 0.03 * feminine + 0.13 * trait('eyeTilt', 19) - 0.05 * mature,
    browLift: 0.012 * feminine + 0.045 * trait('browHeight', 20) - 0.012 * mature,
    browArch: 1 + 0.5 * (seedShare(person, 21) * 2 - 1),
    browThickness: 1 + 0.42 * trait('browThickness', 22),
    browWorry: 0.012 * (seedShare(person, 23) * 2 - 1) - 0.006 * (1 - feminine),
    lips: 1.0 + 0.18 * feminine + 0.42 * trait('lips', 24) - 0.14 * mature,
    mouthHalfWidth: 0.208 + 0.032 * trait('mouthWidth', 25),
    smile: 0.6 + 0.18 * (seedShare(person, 26) * 2 - 1),
  };
  return inMood(shape, look.expression);
}

/** Clothes, glasses and haircut may change; the face stays. FNV-1a over what does not. */
function personSeed(look: Look): number {
  let hash = 0x811c9dc5;
  for (const c of `${look.gender}${look.skinColour}${look.hairColour}`)
    hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
