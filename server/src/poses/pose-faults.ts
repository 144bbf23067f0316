import { Fault, type Words } from '@lumiku/contract';

export function poseNotFound(): Fault {
  return new Fault({
    code: 'POSE_NOT_FOUND',
    status: 404,
    message: 'This pose does not exist.',
    fix: 'Pick one from GET /api/poses.',
  });
}

export function noneMatches(): Fault {
  return new Fault({
    code: 'POSE_NONE_MATCHES',
    status: 404,
    message: 'No pose matches this filter.',
    fix: 'Take a filter away.',
  });
}

export function poseSourceUnclear(hasBoth: boolean): Fault {
  return new Fault({
    code: 'POSE_SOURCE_UNCLEAR',
    status: 400,
    message: hasBoth
      ? 'A pose is given both as OpenPose and as joints.'
      : 'A pose needs a skeleton: OpenPose JSON or joints.',
    fix: 'Send exactly one of "openpose" and "joints".',
  });
}

/** What is wrong with joints: the case picks the Indonesian words, the other details fill them. */
function jointsInvalid(
  path: string,
  message: string,
  fix: string,
  details: { case: string; partIndonesian: string } & Record<string, string>,
): Fault {
  return new Fault({
    ...{ code: 'POSE_JOINTS_INVALID', status: 422, message, fix, details },
    issues: [{ path, message }],
  });
}

export function limbLengthWrong(
  path: string,
  part: Words,
  { is, wanted }: { is: string; wanted: string },
): Fault {
  return jointsInvalid(
    path,
    `The ${part.en} is ${is} statures long; this body has it ${wanted}.`,
    'Take the joints as GET /api/poses/:id/joints gives them and move them with the lengths kept.',
    { case: 'length', part: part.en, partIndonesian: part.id, is, wanted },
  );
}

export function frameBent(path: string, part: Words): Fault {
  return jointsInvalid(
    path,
    `The axes of the ${part.en} are no rotation.`,
    'Give three axes of length 1 that stand upright on each other, right-handed.',
    { case: 'frame', part: part.en, partIndonesian: part.id },
  );
}

export function jointUnderFloor(path: string, part: Words, depth: string): Fault {
  const be = part.en.endsWith('toes') ? 'are' : 'is';
  return jointsInvalid(
    path,
    `The ${part.en} ${be} ${depth} statures below the floor.`,
    'Lift the whole figure until it stands, sits or lies on the floor.',
    { case: 'floor', part: part.en, partIndonesian: part.id, depth },
  );
}

export function tooManyPoses(most: number): Fault {
  return new Fault({
    code: 'POSE_LIMIT_REACHED',
    status: 409,
    message: `You have ${most} poses of your own, which is as many as one person can keep.`,
    fix: 'Delete one you no longer use.',
  });
}

export function skeletonTooSmall(): Fault {
  return new Fault({
    code: 'POSE_OPENPOSE_INVALID',
    status: 422,
    message: 'Too few bones of this skeleton are known to make a body of it.',
    fix: 'Give at least the shoulders and one arm, or the hips and one leg.',
    details: { case: 'bones' },
  });
}

export function searchEmpty(): Fault {
  return new Fault({
    code: 'POSE_SEARCH_EMPTY',
    status: 400,
    message: 'Nothing to search for was sent.',
    fix: 'Send "keypoints" or "openpose" as JSON, or a photo as the form field "image".',
  });
}

export function nobodyInPhoto(): Fault {
  return new Fault({
    code: 'POSE_NOBODY_SEEN',
    status: 422,
    message: 'No person was found in this photo.',
    fix: 'Choose a photo that shows one person, best from head to toe.',
  });
}

export function personUnknown(person: number, people: number): Fault {
  return new Fault({
    code: 'POSE_PERSON_UNKNOWN',
    status: 422,
    message: `There is no person ${person} in this photo; it shows ${people}.`,
    fix: 'Count them from 0, the largest first.',
  });
}

export function collectionNotFound(): Fault {
  return new Fault({
    code: 'POSE_COLLECTION_NOT_FOUND',
    status: 404,
    message: 'This collection does not exist.',
    fix: 'See GET /api/poses/collections.',
  });
}

export function tooManyCollections(most: number): Fault {
  return new Fault({
    code: 'POSE_COLLECTION_LIMIT_REACHED',
    status: 409,
    message: `You have ${most} collections, which is as many as one person can keep.`,
    fix: 'Delete one you no longer use.',
  });
}
