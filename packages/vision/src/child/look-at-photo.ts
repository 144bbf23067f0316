import type { PhotoReport } from '@lumiku/contract';
import type { Human } from '@vladmandic/human';
import { loadBodyEyes } from './body-models.ts';
import { drawChart } from './chart.ts';
import type { BodyEyes } from './detect-bodies.ts';
import { FaceIdentity } from './face-identity.ts';
import { faceQuality, QUALITY_LAYOUT } from './face-quality.ts';
import { findPeople, type SeenFace } from './find-people.ts';
import { countPeople, judgePhoto } from './judge-photo.ts';
import { loadModels, segmentationModelPath } from './models.ts';
import { PersonMasker } from './person-mask.ts';
import { decodePhoto, type Photo } from './picture.ts';
import { readLook } from './read-look.ts';

export interface Eyes {
  readonly models: Human;
  readonly masker: PersonMasker;
  /** Loaded with the first photo whose poses are wanted. */
  readonly bodies: () => BodyEyes;
  /** Loaded with the first two faces that are compared. */
  readonly identity: () => FaceIdentity;
}

/** Loads every network that each photo needs. About half a second. */
export async function openEyes(): Promise<Eyes> {
  const models = await loadModels();
  let bodies: BodyEyes | undefined;
  let identity: FaceIdentity | undefined;
  return {
    models,
    masker: new PersonMasker(segmentationModelPath()),
    bodies: () => {
      bodies ??= loadBodyEyes();
      return bodies;
    },
    identity: () => {
      identity ??= new FaceIdentity();
      return identity;
    },
  };
}

/** @throws UnreadablePhoto */
export async function readPhoto(file: Uint8Array): Promise<Photo> {
  return await decodePhoto(file).catch((cause) => {
    throw new UnreadablePhoto(String(cause));
  });
}

/** The file is no picture that can be decoded. */
export class UnreadablePhoto extends Error {}

/** Who is in the photo, whether it can be used, and how the person looks. */
export async function lookAtPhoto(eyes: Eyes, photo: Photo): Promise<PhotoReport> {
  const people = await findPeople(eyes.models, photo);
  const [face] = people.faces;
  const quality = face && faceQuality(drawChart(photo, face.mesh, QUALITY_LAYOUT));
  const problems = judgePhoto(photo, people, quality);
  const usable = problems.every(({ severity }) => severity !== 'stop');
  return {
    width: photo.fullWidth,
    height: photo.fullHeight,
    people: countPeople(people),
    faces: people.faces.map((seen) => faceReport(seen, photo)),
    usable,
    problems,
    ...(face && usable ? readLook(photo, face, eyes.masker) : { suggestion: {}, certainty: {} }),
  };
}

/** Distance of the largest faces of two pictures; null when one shows none. */
export async function compareFaces(eyes: Eyes, one: Photo, other: Photo): Promise<number | null> {
  const [[face], [otherFace]] = [
    (await findPeople(eyes.models, one)).faces,
    (await findPeople(eyes.models, other)).faces,
  ];
  if (!face || !otherFace) return null;
  return await eyes.identity().distance([one, face], [other, otherFace]);
}

function faceReport(face: SeenFace, photo: Photo): PhotoReport['faces'][number] {
  const { box, confidence, yaw, pitch, roll } = face;
  return {
    box: {
      x: box.left / photo.width,
      y: box.top / photo.height,
      width: box.width / photo.width,
      height: box.height / photo.height,
    },
    confidence,
    yaw,
    pitch,
    roll,
    heightPx: (box.height * photo.fullHeight) / photo.height,
  };
}
