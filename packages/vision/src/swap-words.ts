import { Fault } from '@lumiku/contract';
import type { SwapRefusal } from './child/swap/judge-pair.ts';

const OTHER_FACE = 'Choose another photo of the face.';

/** What a person is told when a swap would not look right, and what to do instead. */
const WORDS: Record<SwapRefusal, readonly [message: string, fix: string]> = {
  no_face: ['There is no face in the face photo.', OTHER_FACE],
  several_faces: [
    'There are several faces in the face photo.',
    'Crop it so that one face is left, or choose a photo of one person.',
  ],
  no_face_in_target: [
    'There is no face in the picture that is to get the new one.',
    'Choose a picture in which the face can be seen from the front.',
  ],
  several_faces_in_target: [
    'There are several faces in the picture, so it is not clear whose is meant.',
    'Crop the picture to one person.',
  ],
  face_too_small: [
    'The face in the face photo is too small for this picture and would look blurred.',
    'Choose a closer or larger photo of the face.',
  ],
  target_too_small: [
    'The face in the picture is too small for another one to be put there.',
    'Choose a picture that shows the person closer.',
  ],
  turned_apart: [
    'The two faces look in different directions, so one would not fit the other.',
    'Choose a photo in which the head is turned as in the picture.',
  ],
  tilted_apart: [
    'One head is raised and the other lowered, so one face would not fit the other.',
    'Choose a photo in which the head is held as in the picture.',
  ],
  turned_away: [
    'One of the faces is turned so far to the side that half of it cannot be seen.',
    'Choose pictures in which both look towards the camera.',
  ],
  face_covered: [
    'Hair, a hand or a shadow covers part of the face in the face photo and would be put on the other.',
    'Choose a photo with cheeks and forehead free and evenly lit.',
  ],
  target_covered: [
    'Hair, a hand or a shadow covers part of the face in the picture.',
    'Choose a picture with cheeks and forehead free.',
  ],
  glasses: [
    'Glasses cannot be swapped: their arms would be missing or left over.',
    'Choose two photos without glasses.',
  ],
  blurred: ['The face photo is blurred.', 'Choose a sharper photo of the face.'],
  not_alike: [
    'The swap was tried, and the result did not look enough like the person of the face photo.',
    'Choose a photo of the face from the front, in light like that of the picture.',
  ],
};

/** Nothing is wrong with the studio: this pair of pictures does not go together. */
export function swapRefused(reason: SwapRefusal): Fault {
  const [message, fix] = WORDS[reason];
  return new Fault({
    code: `FACE_SWAP_${reason.toUpperCase()}`,
    status: 422,
    message,
    fix,
    internal: `face swap refused: ${reason}`,
  });
}
