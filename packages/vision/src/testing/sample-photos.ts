import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../child/models.ts';

const SKIMAGE = '/usr/lib/python3/dist-packages/skimage/data';
const OPENCV = '/usr/share/doc/opencv-doc/opencv4/html';

const PATHS = {
  /** A smiling woman in an orange space suit, short light brown hair, no glasses. 512 × 512. */
  astronaut: `${SKIMAGE}/astronaut.png`,
  /** A photographer from the side, face hidden by the camera, black and white. */
  photographer: `${SKIMAGE}/camera.png`,
  /** A cat. */
  cat: `${SKIMAGE}/chelsea.png`,
  /** A man with very short dark hair and a goatee. */
  bearded: `${OPENCV}/230501201_1.jpg`,
  /** A footballer in full stride, from head to toe, in colour; a crowd behind him. */
  footballer: '/usr/share/doc/opencv-doc/examples/data/messi5.jpg',
  /** A man in a dark shirt from head to toe on the left, another from the side on the right; grey. */
  twoMen: '/usr/share/doc/opencv-doc/examples/data/basketball1.png',
  /** One man with glasses, three times side by side. */
  threeTimesGlasses: `${OPENCV}/example.jpg`,
  /** Four women side by side with long hair, brown and fair skin, before bright blinds. 1920 × 1537. */
  fourFriends: join(packageRoot('@vladmandic/face-api'), 'demo', 'sample6.jpg'),
} as const;

/**
 * Photos of people that Debian ships with its documentation, one that comes with a library; none of them is part of this project.
 *
 * @throws Error naming the packages to install when they are missing.
 */
export function samplePhotos(): typeof PATHS {
  const missing = Object.values(PATHS).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(
      `The sample photos are missing (${missing.join(', ')}). Install them with: apt-get install -y python3-skimage opencv-doc`,
    );
  }
  return PATHS;
}
