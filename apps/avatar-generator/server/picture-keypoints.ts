import type { AppContext, TransferPose } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { type Keypoint, poseCamera, projectCoco18 } from '@lumiku/pose-kit';
import { type PictureKeypoints, pictureSize } from '../contract.ts';
import type { GenerationRow } from './generation-view.ts';
import type { Styles } from './styles/load-styles.ts';

/** The pose as the picture is cut: a chosen framing wins over the pose's own. */
export function poseAsFramed({ pose, scene }: Pick<TransferPose, 'pose' | 'scene'>) {
  return { ...pose, framing: scene?.framing ?? pose.framing };
}

/** Where the joints of the wanted pose are in the picture that is asked for. */
export function keypointsOfRequest(
  request: Pick<TransferPose, 'pose' | 'scene' | 'widthPx' | 'heightPx'>,
): PictureKeypoints {
  const { widthPx, heightPx } = request;
  const pose = poseAsFramed(request);
  return projectCoco18(pose.solved, poseCamera({ ...pose, widthPx, heightPx })).map((point) =>
    point ? [fraction(point.x / widthPx), fraction(point.y / heightPx)] : null,
  );
}

/**
 * Where the joints are in a picture that was made: as noted then, else by the pose as the library has it now.
 * @returns null where nothing is known: no pose, or one that is gone
 */
export async function keypointsOf(
  { poses }: Pick<AppContext, 'poses'>,
  styles: Styles,
  row: GenerationRow,
): Promise<PictureKeypoints | null> {
  if (row.keypoints !== null) return row.keypoints;
  if (row.poseTemplateId === '') return null;
  const scene = { ...styles.of(row.stylePreset).scene, ...row.scene };
  try {
    const wish = { ...row.poseTurn, evenDeleted: true };
    const pose = await poses.get(row.poseTemplateId, row.userId, wish);
    return keypointsOfRequest({ pose, scene, ...pictureSize(row.quality, scene) });
  } catch (error) {
    if (error instanceof Fault && error.status === 404) return null;
    throw error;
  }
}

/** In pixels of a picture of this size. */
export function keypointsInPixels(
  keypoints: PictureKeypoints,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): (Keypoint | null)[] {
  return keypoints.map((point) => point && { x: point[0] * widthPx, y: point[1] * heightPx });
}

const fraction = (value: number) => Math.round(value * 1e4) / 1e4;
