import type { SceneFraming } from '@lumiku/contract';
import { drawOpenpose, poseCamera, projectCoco18 } from '@lumiku/pose-kit';
import sharp from 'sharp';
import type { PosedBody } from '../engine.ts';

interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Networks trained on thick sticks want 2 to 7. */
  readonly stickScale?: number;
}

/** A pose as it is drawn: the cut of the scene, where one was chosen, wins over the pose's own. */
export type DrawnPose = Omit<PosedBody, 'framing'> & { readonly framing: SceneFraming };

/** The control image of a pose as a PNG: drawn by the pose's own camera on the canvas the result will have. */
export async function skeletonPicture(
  pose: DrawnPose,
  canvas: Canvas,
): Promise<{ bytes: Uint8Array; mediaType: 'image/png' }> {
  const { solved, yaw, pitch, framing } = pose;
  const keypoints = projectCoco18(
    solved,
    poseCamera({ solved, yaw, pitch, framing, widthPx: canvas.widthPx, heightPx: canvas.heightPx }),
  );
  const { pixels, widthPx, heightPx } = drawOpenpose({ keypoints, ...canvas });
  const bytes = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return { bytes, mediaType: 'image/png' };
}
