import type { PoseViewpoint } from '@lumiku/contract';
import {
  drawOpenpose,
  type Keypoint,
  poseCamera,
  projectCoco18,
  type SolvedPose,
} from '@lumiku/pose-kit';

interface PosePicture {
  readonly pose: SolvedPose;
  readonly picture: PoseViewpoint;
  readonly hidden: readonly number[];
}

/** COCO-18 as the picture's camera sees it, in pixels of the canvas; null where hidden or out of sight. */
export function pictureKeypoints(
  { pose, picture, hidden }: PosePicture,
  widthPx: number,
  heightPx: number,
): (Keypoint | null)[] {
  const camera = poseCamera({ solved: pose, ...picture, widthPx, heightPx });
  return projectCoco18({ ...pose, hidden }, camera);
}

/** Draws what engines will follow into a canvas, at the canvas' own size. */
export function drawControlImage(canvas: HTMLCanvasElement, picture: PosePicture): void {
  const paper = canvas.getContext('2d');
  const { width: widthPx, height: heightPx } = canvas;
  if (!paper || widthPx === 0 || heightPx === 0) return;
  const keypoints = pictureKeypoints(picture, widthPx, heightPx);
  const { pixels } = drawOpenpose({ keypoints, widthPx, heightPx });
  const image = paper.createImageData(widthPx, heightPx);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    image.data.set([pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0, 255], to);
  }
  paper.putImageData(image, 0, 0);
}
