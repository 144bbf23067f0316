import * as tf from '@tensorflow/tfjs-core';
import type { FaceResult, Human } from '@vladmandic/human';
import { type FaceAngles, faceAngles, type MeshPoint } from './face-angles.ts';
import { crop, type Photo, type Picture, type Region, shrink, turn } from './picture.ts';

export interface SeenFace extends FaceAngles {
  /** 478 points in pixels of the photo as decoded. */
  readonly mesh: readonly MeshPoint[];
  readonly box: Region;
  /** 0..1 */
  readonly confidence: number;
  readonly gender?: { readonly value: 'female' | 'male'; readonly score: number };
  readonly ageYears?: number;
}

export interface SeenPeople {
  /** Largest first. */
  readonly faces: readonly SeenFace[];
  /** Whole people, seen from any side; pixels of the photo as decoded. */
  readonly bodies: readonly (Region & { readonly score: number })[];
  /** Clockwise turn that would put a face upright, when none was found as it is. */
  readonly uprightAfter?: 90 | 180 | 270;
}

const LOOK_SIDE = 1024;
const FACE_SIDE_MIN = 24;
const MESH_POINTS = 468;

/** Below these the finder also sees faces in baboons, letters and window frames. */
const BOX_SCORE_MIN = 0.55;
const MESH_SCORE_MIN = 0.7;
const TURNED_BOX_SCORE_MIN = 0.65;

interface Wanted {
  readonly bodies: boolean;
  readonly hints: boolean;
}

async function detect(models: Human, picture: Picture, wanted: Wanted) {
  const pixels = tf.tensor3d(picture.rgb, [picture.height, picture.width, 3], 'int32');
  try {
    return await models.detect(pixels, {
      face: { description: { enabled: wanted.hints } },
      object: { enabled: wanted.bodies },
    });
  } finally {
    pixels.dispose();
  }
}

function isFace(face: FaceResult): boolean {
  return (
    face.mesh.length >= MESH_POINTS &&
    face.boxScore >= BOX_SCORE_MIN &&
    face.faceScore >= MESH_SCORE_MIN &&
    Math.min(face.box[2], face.box[3]) >= FACE_SIDE_MIN
  );
}

/** Surely a face and the right way up: the finder also takes faces lying on their side. */
function isUpright(face: FaceResult): boolean {
  const { roll } = placed(face, { left: 0, top: 0 }, 1);
  return face.boxScore >= TURNED_BOX_SCORE_MIN && Math.abs(roll) < 40;
}

/** A face found in a part of the photo that was scaled by `scale`, in the photo's own pixels. */
function placed(face: FaceResult, origin: { left: number; top: number }, scale: number): SeenFace {
  const mesh = face.mesh.map(
    ([x, y, z = 0]): MeshPoint => [x / scale + origin.left, y / scale + origin.top, z / scale],
  );
  const outline = mesh.slice(0, MESH_POINTS);
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const { gender, genderScore = 0, age } = face;
  return {
    mesh,
    box: { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top },
    confidence: Math.min(face.boxScore, face.faceScore),
    ...faceAngles(mesh),
    ...(gender === 'female' || gender === 'male'
      ? { gender: { value: gender, score: genderScore } }
      : {}),
    ...(age ? { ageYears: age } : {}),
  };
}

async function findUprightTurn(models: Human, picture: Picture) {
  const small = await shrink(picture, LOOK_SIDE / 2);
  for (const degrees of [90, 270, 180] as const) {
    const found = await detect(models, await turn(small, degrees), { bodies: false, hints: false });
    if (found.face.some((face) => isFace(face) && isUpright(face))) return degrees;
  }
  return undefined;
}

/** Looks again, closely, at where the heads of the people seen must be. */
async function findSmallFaces(
  models: Human,
  photo: Photo,
  bodies: readonly Region[],
): Promise<SeenFace[]> {
  const faces: SeenFace[] = [];
  for (const body of bodies.slice(0, 3)) {
    const side = Math.max(body.width, body.height * 0.4);
    const head = await crop(photo, {
      left: body.left + body.width / 2 - side / 2,
      top: body.top - side * 0.15,
      width: side,
      height: side,
    });
    const close = await shrink(head, LOOK_SIDE / 2);
    const found = await detect(models, close, { bodies: false, hints: true });
    faces.push(
      ...found.face.filter(isFace).map((face) => placed(face, head, close.width / head.width)),
    );
  }
  return faces;
}

function area(box: Region): number {
  return box.width * box.height;
}

/** Everyone in the photo, by face and by body. */
export async function findPeople(models: Human, photo: Photo): Promise<SeenPeople> {
  const whole = await shrink(photo, LOOK_SIDE);
  const scale = whole.width / photo.width;
  const found = await detect(models, whole, { bodies: true, hints: true });
  const bodies = found.object
    .filter(({ label }) => label === 'person')
    .map(({ box: [left, top, width, height], score }) => ({
      left: left / scale,
      top: top / scale,
      width: width / scale,
      height: height / scale,
      score,
    }));
  let faces = found.face.filter(isFace).map((face) => placed(face, { left: 0, top: 0 }, scale));
  if (faces.length === 0) faces = await findSmallFaces(models, photo, bodies);
  const uprightAfter = faces.length === 0 ? await findUprightTurn(models, photo) : undefined;
  return {
    faces: faces.toSorted((one, other) => area(other.box) - area(one.box)),
    bodies,
    ...(uprightAfter ? { uprightAfter } : {}),
  };
}
