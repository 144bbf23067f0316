import {
  drawOpenpose,
  type Keypoint,
  poseCamera,
  projectCoco18,
  type SolvedPose,
  type StickFamily,
  stickScaleFor,
  toOpenposeJson,
} from '@lumiku/pose-kit';
import sharp, { type Sharp } from 'sharp';

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
  family: StickFamily,
): Promise<Uint8Array> {
  return raw(pose, canvas, family).png({ compressionLevel: 6 }).toBuffer();
}

/** The same skeleton as OpenPose JSON, in pixels of the canvas. */
export function openposeFile(pose: DrawnPose, canvas: Canvas) {
  return toOpenposeJson({ keypoints: keypointsOn(pose, canvas), ...canvas });
}

function raw(pose: DrawnPose, canvas: Canvas, family: StickFamily): Sharp {
  const stickScale = stickScaleFor(family, canvas);
  const raster = drawOpenpose({ keypoints: keypointsOn(pose, canvas), ...canvas, stickScale });
  return sharp(raster.pixels, {
    raw: { width: canvas.widthPx, height: canvas.heightPx, channels: 3 },
  });
}

function keypointsOn(pose: DrawnPose, canvas: Canvas): (Keypoint | null)[] {
  const { solved, yaw, pitch, framing } = pose;
  return projectCoco18(solved, poseCamera({ solved, yaw, pitch, framing, ...canvas }));
}
