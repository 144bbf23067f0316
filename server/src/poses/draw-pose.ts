import {
  drawOpenpose,
  type HandsAndFace,
  poseCamera,
  projectCoco18,
  projectHandsAndFace,
  type SolvedPose,
  type StickFamily,
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
/** What is wanted beyond the 18 points of the body. */
interface Details {
  readonly hands?: boolean | undefined;
  readonly face?: boolean | undefined;
}

/** The image pose-guided engines follow, a PNG. */
export async function controlImage(
  pose: DrawnPose,
  canvas: Canvas,
  wanted: Details & { readonly family: StickFamily },
): Promise<Uint8Array> {
  const stickScale = stickScaleFor(wanted.family, canvas);
  const raster = drawOpenpose({ ...skeletonOn(pose, canvas, wanted), ...canvas, stickScale });
  const raw = { width: canvas.widthPx, height: canvas.heightPx, channels: 3 } as const;
  return await sharp(raster.pixels, { raw }).png({ compressionLevel: 6 }).toBuffer();
}

/** The same skeleton as OpenPose JSON, in pixels of the canvas. */
export function openposeFile(pose: DrawnPose, canvas: Canvas, wanted: Details) {
  const { keypoints, details } = skeletonOn(pose, canvas, wanted);
  return toOpenposeJson({ keypoints, ...canvas }, details);
}

function skeletonOn(pose: DrawnPose, canvas: Canvas, { hands = false, face = false }: Details) {
  const { solved, yaw, pitch, framing } = pose;
  const camera = poseCamera({ solved, yaw, pitch, framing, ...canvas });
  const seen = projectHandsAndFace(solved, camera);
  const details: Partial<HandsAndFace> = {
    ...(hands && { leftHand: seen.leftHand, rightHand: seen.rightHand }),
    ...(face && { face: seen.face }),
  };
  return { keypoints: projectCoco18(solved, camera), details };
}
