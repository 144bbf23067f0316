import type { PhotoProblem } from '@lumiku/contract';
import type { FaceQuality } from './face-quality.ts';
import type { SeenFace, SeenPeople } from './find-people.ts';
import type { Photo, Region } from './picture.ts';

const FACE_STOP_PX = 64;
/** Below this, frames of glasses and stubble are a pixel wide. */
const FACE_WARN_PX = 90;
/** A second face this much smaller than the first is a passer-by. */
const BESIDE_MIN = 0.4;
const BODY_SCORE_MIN = 0.4;
const BODY_SIZE_MIN = 0.5;
/** A body lying this much within another is part of it. */
const SAME_PERSON = 0.6;
/** L*, of the brighter part of the face; the darkest skin in good light stays above both. */
const DARK_STOP = 10;
const DARK_WARN = 20;
const BRIGHT_STOP = 99;
const BRIGHT_WARN = 96;
const SHARPNESS_MIN = 0.14;
const CUT_WARN = 0.05;
const CUT_STOP = 0.35;
const YAW_WARN = 45;
const YAW_STOP = 75;
const ROLL_WARN = 60;

/** How many people of about the same weight are in the photo, by face or by body. */
export function countPeople({ faces, bodies }: SeenPeople): number {
  const [main] = faces;
  const facing = main ? faces.filter((face) => isBeside(face, main)) : [];
  const size = (box: Region) => box.width * box.height;
  const largest = Math.max(0, ...bodies.map(size));
  const without = bodies.filter(
    (body) =>
      body.score >= BODY_SCORE_MIN &&
      size(body) >= BODY_SIZE_MIN * largest &&
      !faces.some((face) => holds(body, face.box)) &&
      !bodies.some(
        (other) =>
          other !== body &&
          faces.some((face) => holds(other, face.box)) &&
          overlap(body, other) > SAME_PERSON * size(body),
      ),
  );
  return facing.length + without.length;
}

function overlap(one: Region, other: Region): number {
  const width =
    Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height =
    Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

function isBeside(face: SeenFace, main: SeenFace): boolean {
  return face.box.height >= BESIDE_MIN * main.box.height;
}

function holds(body: Region, face: Region): boolean {
  const x = face.left + face.width / 2;
  const y = face.top + face.height / 2;
  return (
    x >= body.left &&
    x <= body.left + body.width &&
    y >= body.top - face.height / 2 &&
    y <= body.top + body.height
  );
}

/** Share of the face's box that lies outside the photo. */
function shareOutside(box: Region, photo: Photo): number {
  const inside = overlap(box, { left: 0, top: 0, width: photo.width, height: photo.height });
  return 1 - inside / (box.width * box.height);
}

/** What stands between this photo and a good picture; the gravest first. */
export function judgePhoto(
  photo: Photo,
  people: SeenPeople,
  quality: FaceQuality | undefined,
): PhotoProblem[] {
  const [face] = people.faces;
  if (!face) return [noFace(people)];
  const problems: PhotoProblem[] = [];
  const facing = people.faces.filter((other) => isBeside(other, face)).length;
  const all = countPeople(people);
  if (facing > 1) {
    problems.push({
      code: 'several_people',
      severity: 'stop',
      message: `There are ${facing} faces in this photo.`,
      fix: 'Crop it so that one person is left, or choose a photo of one person.',
    });
  } else if (all > 1) {
    problems.push({
      code: 'several_people',
      severity: 'warn',
      message: 'There seems to be another person in this photo, facing away.',
      fix: 'If the face shown is the right one, go on. Otherwise crop the photo to one person.',
    });
  }
  problems.push(...sizeProblems(photo, face), ...directionProblems(face));
  if (quality) problems.push(...lightProblems(quality, face, photo));
  return problems.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ severity }: PhotoProblem): number {
  return severity === 'stop' ? 0 : 1;
}

function noFace({ uprightAfter, bodies }: SeenPeople): PhotoProblem {
  const common = { code: 'no_face', severity: 'stop' } as const;
  if (uprightAfter) {
    return {
      ...common,
      message:
        uprightAfter === 180 ? 'This photo is upside down.' : 'This photo is turned on its side.',
      fix: 'Turn it upright and try again.',
    };
  }
  if (bodies.length > 0) {
    return {
      ...common,
      message: 'There is a person in this photo, but no face that can be seen.',
      fix: 'Choose a photo where the face is turned to the camera and not covered.',
    };
  }
  return {
    ...common,
    message: 'No face was found in this photo.',
    fix: 'Choose a photo of one person, with the face in view and well lit.',
  };
}

function sizeProblems(photo: Photo, { box }: SeenFace): PhotoProblem[] {
  const problems: PhotoProblem[] = [];
  const heightPx = Math.round((box.height * photo.fullHeight) / photo.height);
  if (heightPx < FACE_WARN_PX) {
    const stop = heightPx < FACE_STOP_PX;
    problems.push({
      code: 'face_too_small',
      severity: stop ? 'stop' : 'warn',
      message: stop
        ? `The face is ${heightPx} pixels high; at least ${FACE_STOP_PX} are needed to read it.`
        : `The face is only ${heightPx} pixels high, so details such as glasses may be missed.`,
      fix: 'Choose a closer or larger photo, or the original instead of a screenshot.',
    });
  }
  const outside = shareOutside(box, photo);
  if (outside > CUT_WARN) {
    problems.push({
      code: 'face_cut_off',
      severity: outside > CUT_STOP ? 'stop' : 'warn',
      message: 'Part of the face lies outside the photo.',
      fix: 'Choose a photo with the whole head in it, with a little room around.',
    });
  }
  return problems;
}

function directionProblems({ yaw, roll }: SeenFace): PhotoProblem[] {
  const problems: PhotoProblem[] = [];
  if (Math.abs(yaw) > YAW_WARN) {
    const stop = Math.abs(yaw) > YAW_STOP;
    problems.push({
      code: 'turned_away',
      severity: stop ? 'stop' : 'warn',
      message: stop
        ? 'The face is turned so far to the side that it cannot be read.'
        : 'The face is turned to the side, so only half of it can be read.',
      fix: 'A photo looking towards the camera works best.',
    });
  } else if (Math.abs(roll) > ROLL_WARN) {
    problems.push({
      code: 'turned_away',
      severity: 'warn',
      message: 'The face is turned on its side in this photo.',
      fix: 'Turn the photo so that the face is upright.',
    });
  }
  return problems;
}

function lightProblems(quality: FaceQuality, { box }: SeenFace, photo: Photo): PhotoProblem[] {
  const problems: PhotoProblem[] = [];
  if (quality.lit < DARK_WARN) {
    problems.push({
      code: 'too_dark',
      severity: quality.lit < DARK_STOP ? 'stop' : 'warn',
      message: 'There is very little light on the face.',
      fix: 'Choose a photo with light on the face, from a window for example, or brighten this one.',
    });
  } else if (quality.lit > BRIGHT_WARN) {
    problems.push({
      code: 'too_bright',
      severity: quality.shade > BRIGHT_STOP ? 'stop' : 'warn',
      message: 'The face is so bright that skin and features are lost in white.',
      fix: 'Choose a photo without flash or direct sun on the face, or darken this one.',
    });
  }
  const isLargeEnough = (box.height * photo.fullHeight) / photo.height >= FACE_STOP_PX;
  if (isLargeEnough && quality.sharpness < SHARPNESS_MIN) {
    problems.push({
      code: 'blurred',
      severity: 'warn',
      message: 'The face is blurred, so details may be missed.',
      fix: 'Choose a sharper photo; hold the camera still and tap on the face to focus.',
    });
  }
  return problems;
}
