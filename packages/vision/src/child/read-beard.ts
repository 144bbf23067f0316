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
}

const CHEEK_RIGHT = [50, 205];
const CHEEK_LEFT = [280, 425];
const CHIN = [199, 175, 200];
const LIP_RIGHT = [165, 92];
const LIP_LEFT = [391, 322];
const JAW_RIGHT = [169, 210, 214];
const JAW_LEFT = [394, 430, 434];

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
  return {
    chin: cheek - chin[0],
    lip: both(LIP_RIGHT, LIP_LEFT),
    jaw: both(JAW_RIGHT, JAW_LEFT),
  };
}

/** Below this a guess at the gender says nothing about a beard. */
const GENDER_SCORE_MIN = 0.4;

/** Beard by how much darker chin, lip and jaw are than the cheeks; says nothing where shade could be the cause. */
export function readBeard(
  face: Chart,
  gender: { value: 'female' | 'male'; score: number } | undefined,
): BeardReading | undefined {
  const { chin, lip, jaw } = beardSigns(face);
  const score = gender && gender.score >= GENDER_SCORE_MIN ? gender.score : 0;
  const male = gender?.value === 'male' ? score : 0;
  const female = gender?.value === 'female' ? score : 0;
  if (female > 0) return { value: 'none', certainty: 0.5 + 0.4 * female };
  if (chin > 16 && lip > 14) {
    const certainty = Math.min(0.85, 0.4 + (chin + lip) / 160);
    return { value: jaw > 20 ? 'full' : 'short', certainty };
  }
  if (lip > 18 && chin < 8) return { value: 'moustache', certainty: 0.5 };
  if (jaw > 9 && (lip > 9 || chin > 9)) {
    return male > 0 ? { value: 'stubble', certainty: 0.3 + 0.3 * male } : undefined;
  }
  return { value: 'none', certainty: Math.max(0.4, 0.85 - Math.max(0, chin, lip) / 30) };
}
