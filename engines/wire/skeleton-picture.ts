import type { SceneFraming } from '@lumiku/contract';
import { drawOpenpose, poseCamera, seenSkeleton } from '@lumiku/pose-kit';
import sharp from 'sharp';
import type { PosedBody } from '../engine.ts';

interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Networks trained on thick sticks want 2 to 7. */
  readonly stickScale?: number;
  /** Draws the points of both hands where they are seen: for networks that learnt to follow fingers. */
  readonly hasHands?: boolean;
}

/** A pose as it is drawn: the cut of the scene, where one was chosen, wins over the pose's own. */
export type DrawnPose = Omit<PosedBody, 'framing'> & { readonly framing: SceneFraming };

/** The control image of a pose as a PNG: drawn by the pose's own camera on the canvas the result will have. */
export async function skeletonPicture(
  pose: DrawnPose,
  canvas: Canvas,
): Promise<{ bytes: Uint8Array; mediaType: 'image/png' }> {
  const { solved, yaw, pitch, framing } = pose;
  const { widthPx, heightPx, stickScale, hasHands } = canvas;
  const camera = poseCamera({ solved, yaw, pitch, framing, widthPx, heightPx });
  const { pixels } = drawOpenpose({
    ...{ ...seenSkeleton(solved, camera, { hands: hasHands }), widthPx, heightPx },
    ...(stickScale !== undefined && { stickScale }),
  });
  const bytes = await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return { bytes, mediaType: 'image/png' };
}
