import type { Look } from '@lumiku/contract';
import { type Chart, coloursAround } from './chart.ts';
import { type Lab, medianColour } from './colour.ts';

export interface BeardReading {
  readonly value: Look['beard'];
  readonly certainty: number;
}

/** How much darker than the cheeks each part is, in L*. */
export interface BeardSigns {
  readonly chin: number;
  readonly lip: number;
  readonly jaw: number;
  /** Right under the chin, where a long beard hangs and others have a neck; 0 where it has the skin's colour. */
  readonly below: number;
}

const CHEEK_RIGHT = [50, 205];
const CHEEK_LEFT = [280, 425];
const CHIN = [199, 175, 200];
const LIP_RIGHT = [165, 92];
const LIP_LEFT = [391, 322];
const JAW_RIGHT = [169, 210, 214];
const JAW_LEFT = [394, 430, 434];

const CHIN_TIP = 152;
/** Of the face's length. */
const BELOW = 0.08;
/** Hair is greyer than the skin it grows on, a neck in shade is not. */
const HAIR_STRENGTH = 0.7;
/** With a goatee the jaw is bare, or has only stubble: this much less dark than the chin. */
const GOATEE_JAW = 0.55;

function colour(face: Chart, points: readonly number[]): Lab {
  return medianColour(points.flatMap((point) => coloursAround(face, face.place(point), 5)));
}

export function beardSigns(face: Chart): BeardSigns {
  const right = colour(face, CHEEK_RIGHT);
  const left = colour(face, CHEEK_LEFT);
  const cheek = (right[0] + left[0]) / 2;
  const darker = (part: Lab, than: Lab) => than[0] - part[0];
  // Each side is compared with its own cheek, so a light from the side is no beard.
  const both = (one: readonly number[], other: readonly number[]) =>
    Math.min(darker(colour(face, one), right), darker(colour(face, other), left));
  const chin = colour(face, CHIN);
  const { x, y } = face.place(CHIN_TIP);
  const under = medianColour(coloursAround(face, { x, y: y + BELOW * face.facePx }, 5));
  const strength = ([, a, b]: Lab) => Math.hypot(a, b);
  const isSkin = strength(under) > HAIR_STRENGTH * Math.min(strength(right), strength(left));
  return {
    chin: cheek - chin[0],
    lip: both(LIP_RIGHT, LIP_LEFT),
    jaw: both(JAW_RIGHT, JAW_LEFT),
    below: isSkin ? 0 : cheek - under[0],
  };
}

/** Below this a guess at the gender says nothing about a beard. */
const GENDER_SCORE_MIN = 0.4;
const SURE_MALE = 0.7;

/** Beard by how much darker chin, lip and jaw are than the cheeks; says nothing where shade could be the cause. */
export function readBeard(
  face: Chart,
  gender: { value: 'female' | 'male'; score: number } | undefined,
): BeardReading | undefined {
  const { chin, lip, jaw, below } = beardSigns(face);
  const score = gender && gender.score >= GENDER_SCORE_MIN ? gender.score : 0;
  const male = gender?.value === 'male' ? score : 0;
  const female = gender?.value === 'female' ? score : 0;
  if (female > 0) return { value: 'none', certainty: 0.5 + 0.4 * female };
  if (chin > 16 && lip > 14) {
    const certainty = Math.min(0.85, 0.4 + (chin + lip) / 160);
    if (jaw < GOATEE_JAW * Math.min(chin, lip)) return { value: 'goatee', certainty };
    return { value: jaw > 20 && below > 0.75 * chin ? 'full' : 'short', certainty };
  }
  if (lip > 18 && chin < 8) return { value: 'moustache', certainty: 0.5 };
  // Light stubble shows on chin and jaw; shade alone darkens the jaw.
  if (male > SURE_MALE && jaw > 8 && chin > 7)
    return { value: 'stubble', certainty: 0.3 + 0.2 * male };
  if (jaw > 9 && (lip > 9 || chin > 9)) {
    return male > 0 ? { value: 'stubble', certainty: 0.3 + 0.3 * male } : undefined;
  }
  return { value: 'none', certainty: Math.max(0.4, 0.85 - Math.max(0, chin, lip) / 30) };
}
