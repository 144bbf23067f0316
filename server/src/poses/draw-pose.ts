import {
  drawOpenpose,
  poseCamera,
  type SkeletonDetails,
  type SolvedPose,
  type StickFamily,
  seenSkeleton,
  stickScaleFor,
  toOpenposeJson,
} from '@lumiku/pose-kit';
import sharp from 'sharp';

interface Canvas {
  widthPx: number;
  heightPx: number;
}
interface DrawnPose {
  solved: SolvedPose;
  yaw: number;
  pitch: number;
  framing: 'full' | 'three_quarter' | 'half';
}
/** The image pose-guided engines follow, a PNG. */
export async function controlImage(
  pose: DrawnPose,
  canvas: Canvas,
  wanted: SkeletonDetails & { readonly family: StickFamily },
): Promise<Uint8Array> {
  const stickScale = stickScaleFor(wanted.family, canvas);
  const raster = drawOpenpose({ ...skeletonOn(pose, canvas, wanted), ...canvas, stickScale });
  const raw = { width: canvas.widthPx, height: canvas.heightPx, channels: 3 } as const;
  return await sharp(raster.pixels, { raw }).png({ compressionLevel: 6 }).toBuffer();
}

/** The same skeleton as OpenPose JSON, in pixels of the canvas. */
export function openposeFile(pose: DrawnPose, canvas: Canvas, wanted: SkeletonDetails) {
  const { keypoints, details } = skeletonOn(pose, canvas, wanted);
  return toOpenposeJson({ keypoints, ...canvas }, details);
}

function skeletonOn(pose: DrawnPose, canvas: Canvas, wanted: SkeletonDetails) {
  const { solved, yaw, pitch, framing } = pose;
  return seenSkeleton(solved, poseCamera({ solved, yaw, pitch, framing, ...canvas }), wanted);
}
