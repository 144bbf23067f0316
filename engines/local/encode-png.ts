import type { FigurePicture } from '@lumiku/figure';
import sharp from 'sharp';

/** @param compressionLevel 1 quick … 9 small */
export async function encodePng(
  picture: FigurePicture,
  compressionLevel: number,
): Promise<Uint8Array> {
  const { pixels, widthPx, heightPx, channels } = picture;
  return await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } })
    .png({ compressionLevel })
    .toBuffer();
}
