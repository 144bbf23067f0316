import { type Scene, scenePixels } from '@lumiku/contract';
import type { Quality } from './generations.ts';

/** Pixels of the short side: what sd and hd promise. */
export const SHORT_SIDE_PX = { sd: 768, hd: 1536 } as const satisfies Record<Quality, number>;

/** The size of a picture in this quality and scene; 3:4 unless the scene says otherwise. */
export function pictureSize(
  quality: Quality,
  scene: Pick<Scene, 'aspect'> | null,
): { widthPx: number; heightPx: number } {
  return scenePixels(scene?.aspect ?? '3:4', SHORT_SIDE_PX[quality]);
}
