import { NEUTRAL_LOOK } from '@lumiku/contract';
import type { FigureJob } from '@lumiku/figure';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';

const SIZE = { widthPx: 192, heightPx: 256 };

/** Somebody in the first pose of the library, small: takes threads that draw for the first time through all they do. */
export function plainPicture(): FigureJob {
  const [pose] = poseLibrary;
  if (!pose) throw new Error('the library has no poses');
  return {
    ...{ ...SIZE, pose: solveLibraryPose(pose), look: NEUTRAL_LOOK, camera: pose.camera },
    ...{ backdrop: '#e6e5e2', smoothEdges: true, seed: 1 },
  };
}
