import type { Photos } from '@lumiku/app-kit';
import type { Vision } from '@lumiku/vision';
import { completeLook } from './complete-look.ts';
import { detectPoses } from './detect-poses.ts';
import { measurePicture } from './measure-picture.ts';

/** Photos as apps see them: looked at by this server's own eyes, filled up with neutral choices. */
export function createPhotos(deps: {
  vision: Pick<Vision, 'look' | 'findBodies' | 'compareFaces'>;
}): Photos {
  const { vision } = deps;
  return {
    look: (photo, signal) => vision.look(photo, signal),
    detectPoses: async (photo, signal) => detectPoses(await vision.findBodies(photo, { signal })),
    measure: (picture, against, signal) => measurePicture(vision, picture, against, signal),
    completeLook,
  };
}
