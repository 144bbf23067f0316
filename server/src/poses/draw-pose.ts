import { readFile } from 'node:fs/promises';
import {
  drawOpenpose,
  type Keypoint,
  poseCamera,
  projectCoco18,
  type SolvedPose,
  toOpenposeJson,
} from '@lumiku/pose-kit';
import { thumbnailFile } from '@lumiku/poses';
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

const THUMBNAIL = { widthPx: 384, heightPx: 512 };

/** The image pose-guided engines follow, a PNG. */
export async function controlImage(pose: DrawnPose, canvas: Canvas): Promise<Uint8Array> {
  return raw(pose, canvas).png({ compressionLevel: 6 }).toBuffer();
}

/** The same skeleton as OpenPose JSON, in pixels of the canvas. */
export function openposeFile(pose: DrawnPose, canvas: Canvas) {
  return toOpenposeJson({ keypoints: keypointsOn(pose, canvas), ...canvas });
}

/** The picture of the gallery; for a pose that has not been drawn yet, its skeleton. */
export async function thumbnail(id: string, pose: () => Promise<DrawnPose>): Promise<Uint8Array> {
  try {
    return await readFile(thumbnailFile(id));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return raw(await pose(), THUMBNAIL)
      .webp({ quality: 80 })
      .toBuffer();
  }
}

function raw(pose: DrawnPose, canvas: Canvas): Sharp {
  const raster = drawOpenpose({ keypoints: keypointsOn(pose, canvas), ...canvas });
  return sharp(raster.pixels, {
    raw: { width: canvas.widthPx, height: canvas.heightPx, channels: 3 },
  });
}

function keypointsOn(pose: DrawnPose, canvas: Canvas): (Keypoint | null)[] {
  const { solved, yaw, pitch, framing } = pose;
  return projectCoco18(solved, poseCamera({ solved, yaw, pitch, framing, ...canvas }));
}
