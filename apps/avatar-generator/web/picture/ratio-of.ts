import { type Generation, pictureSize } from '../../contract.ts';

/** Width over height of a picture, made or still wanted. */
export function ratioOf({ output, quality, scene }: Generation): number {
  const { widthPx, heightPx } = output ?? pictureSize(quality, scene);
  return heightPx > 0 && widthPx > 0 ? widthPx / heightPx : 0.75;
}
