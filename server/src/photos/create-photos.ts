import type { Photos } from '@lumiku/app-kit';
import type { Vision } from '@lumiku/vision';
import { completeLook } from './complete-look.ts';

/** Photos as apps see them: looked at by this server's own eyes, filled up with neutral choices. */
export function createPhotos(deps: { vision: Pick<Vision, 'look'> }): Photos {
  return {
    look: (photo, signal) => deps.vision.look(photo, signal),
    completeLook,
  };
}
