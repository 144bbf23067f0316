/** How a model calls the pictures it is given, in order. */
export interface PictureNames {
  readonly person: string;
  readonly other: string;
}

export const IMAGE_NAMES: PictureNames = { person: 'image 1', other: 'image 2' };

/**
 * What an edit model is told to turn a photo and a skeleton into the same person in that pose. Models paint the
 * skeleton into the picture unless they are told not to.
 */
export function poseEditPrompt(wish: string, names: PictureNames = IMAGE_NAMES): string {
  return [
    `Show the person of ${names.person} in exactly the pose of ${names.other}.`,
    `${names.other} is a map of coloured body keypoints: take the position of head, shoulders, arms, hands, hips, legs and feet, the direction the body faces and the framing from it.`,
    `Keep the identity of ${names.person}: the same face, hair, skin tone, build and age.`,
    `Do not draw the keypoint map, its lines, its dots or its black ground. Exactly one person.`,
    wish.trim(),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What an edit model is told to put a face on a picture. */
export function faceSwapPrompt(names: PictureNames = IMAGE_NAMES): string {
  return [
    `Replace the face of the person in ${names.person} with the face of the person in ${names.other}.`,
    `Keep the pose, hair, clothes, body, light and background of ${names.person} unchanged; match skin tone and light.`,
    'Exactly one person.',
  ].join(' ');
}

const MOVES = {
  turn: 'The person slowly turns around on the spot and faces the camera again.',
  wave: 'The person raises a hand and waves at the camera with a friendly look.',
  walk: 'The person walks on the spot with a natural, relaxed stride.',
  catwalk: 'The person walks towards the camera like a fashion model on a catwalk.',
  talk: 'The person talks to the camera with natural lip and head movement.',
} as const;

/** What a video model is told: the move, then the person's own words. The camera rests, so that the person stays whole. */
export function movePrompt(move: keyof typeof MOVES, wish: string): string {
  return [MOVES[move], wish.trim(), 'Static camera, the same person throughout.']
    .filter((sentence) => sentence !== '')
    .join(' ');
}
