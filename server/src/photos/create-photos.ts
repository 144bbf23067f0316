import type { Photos } from '@lumiku/app-kit';
import type { Vision } from '@lumiku/vision';
import { completeLook } from './complete-look.ts';
import { detectPoses } from './detect-poses.ts';
import { measurePicture } from './measure-picture.ts';

/** Photos as apps see them: looked at by this server's own eyes, filled up with neutral choices. */
export function createPhotos(deps: {
  vision: Pick<Vision, 'look' | 'findBodies' | 'compareFaces'>;
  /** Called when a photo has been looked at: somebody is about to want a picture. */
  onLook?: (() => void) | undefined;
}): Photos {
  const { vision, onLook } = deps;
  return {
    look: async (photo, signal) => {
      const report = await vision.look(photo, signal);
      onLook?.();
      return report;
    },
    detectPoses: async (photo, signal) => detectPoses(await vision.findBodies(photo, { signal })),
    measure: (picture, against, signal) => measurePicture(vision, picture, against, signal),
    completeLook,
  };
}
