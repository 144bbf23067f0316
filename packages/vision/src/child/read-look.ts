import type { LookChoice, PhotoReport } from '@lumiku/contract';
import { drawChart, FACE_LAYOUT, HEAD_LAYOUT } from './chart.ts';
import { hexOf, type Lab } from './colour.ts';
import type { SeenFace } from './find-people.ts';
import { growHair } from './hair-region.ts';
import { faceArea } from './head-outline.ts';
import type { PersonMasker } from './person-mask.ts';
import type { Photo } from './picture.ts';
import { readBeard } from './read-beard.ts';
import { readClothes } from './read-clothes.ts';
import { readFace } from './read-face.ts';
import { readGlasses } from './read-glasses.ts';
import { readHair } from './read-hair.ts';
import { readHeadCover } from './read-head-cover.ts';
import { readSkin } from './read-skin.ts';
import { inWhiteLight, sceneLight } from './white-balance.ts';

type Suggestion = Pick<PhotoReport, 'suggestion' | 'certainty'>;

/** A weaker guess at the gender than this is none. */
const GENDER_SCORE_MIN = 0.6;
const GREY_HAIR_AGE = 60;
/** Smaller faces show no frames and no stubble. */
const DETAIL_PX_MIN = 70;

/** What can be seen of how the person looks; what cannot be seen is left out. */
export function readLook(photo: Photo, face: SeenFace, masker: PersonMasker): Suggestion {
  const suggestion: LookChoice = {};
  const certainty: Suggestion['certainty'] = {};
  const say = <Key extends keyof LookChoice>(
    key: Key,
    reading: { value: LookChoice[Key]; certainty: number } | undefined,
  ) => {
    if (!reading || reading.value === undefined) return;
    suggestion[key] = reading.value;
    certainty[key] = Math.round(Math.max(0, Math.min(1, reading.certainty)) * 100) / 100;
  };

  if (face.gender && face.gender.score >= GENDER_SCORE_MIN) {
    say('gender', { value: face.gender.value, certainty: face.gender.score });
  }
  if (face.ageYears !== undefined) say('ageRange', ageRange(face.ageYears));

  const light = sceneLight(photo, face.box);
  const closeUp = drawChart(photo, face.mesh, FACE_LAYOUT);
  if (face.box.height >= DETAIL_PX_MIN) {
    say('glasses', readGlasses(closeUp, face.yaw));
    say('beard', readBeard(closeUp, face.gender));
    say('face', readFace(face.mesh, face));
  }
  const skin = readSkin(closeUp, light);
  if (!skin || light.isGrey || isGrey(skin.seen)) return { suggestion, certainty };
  if (skin.certainty > 0)
    say('skinColour', { value: hexOf(skin.colour), certainty: skin.certainty });

  const head = drawChart(photo, face.mesh, HEAD_LAYOUT);
  const person = masker.mask(head);
  const cover = readHeadCover(head, person, skin.seen);
  const hair = growHair(head, person, faceArea(head), skin.seen);
  if (cover) {
    say('headCover', cover);
    const colour = hexOf(inWhiteLight(cover.colour, light));
    if (cover.value) say('accentColour', { value: colour, certainty: cover.certainty });
  } else if (hair) {
    const reading = readHair(head, hair, person, {
      skin: skin.seen,
      yaw: face.yaw,
      isDim: skin.certainty === 0,
    });
    say('hairStyle', reading.style);
    if (reading.colour) {
      const colour = hexOf(inWhiteLight(reading.colour.value, light));
      say('hairColour', { value: colour, certainty: reading.colour.certainty });
    }
    say('headCover', { value: 'none', certainty: 0.5 + 0.4 * hair.seenShare });
  }
  const clothes = readClothes(head, person, cover ? undefined : hair?.area, skin.seen);
  if (clothes) {
    const colour = hexOf(inWhiteLight(clothes.colour, light));
    say('topColour', { value: colour, certainty: clothes.certainty });
  }
  return { suggestion, certainty };
}

const GREY_CHROMA_MAX = 4;

function isGrey([, a, b]: Lab): boolean {
  return Math.hypot(a, b) < GREY_CHROMA_MAX;
}

/** The age network draws everyone towards thirty, so only clear answers are taken. */
function ageRange(years: number): {
  value: NonNullable<LookChoice['ageRange']>;
  certainty: number;
} {
  if (years < 22) return { value: 'young', certainty: 0.4 };
  return years >= GREY_HAIR_AGE
    ? { value: 'mature', certainty: 0.45 }
    : { value: 'adult', certainty: 0.45 };
}
