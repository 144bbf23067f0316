import type { FitPicture } from '@lumiku/app-kit';
import sharp from 'sharp';
import { encodeAs } from './convert-picture.ts';

/** How much smaller the ground is drawn before it is blurred: soft, and quick. */
const GROUND_SHARE = 1 / 8;
const GROUND_BLUR = 4;

/**
 * A picture in an exact size: the crop its app chose, or the whole of it on a blurred ground of itself. The mark that
 * says how it was made (XMP) goes with it.
 */
export async function fitPicture(
  original: Uint8Array,
  wish: FitPicture,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  const { widthPx: width, heightPx: height, format } = wish;
  const { width: widthPx, height: heightPx } = await sharp(original).metadata();
  const crop = await wish.crop({ widthPx, heightPx });
  const fitted = crop
    ? sharp(original).keepXmp().extract(crop).resize(width, height)
    : sharp(await groundOf(original, width, height))
        .keepXmp()
        .composite([
          { input: await sharp(original).resize(width, height, { fit: 'inside' }).toBuffer() },
        ]);
  const bytes = new Uint8Array(await encodeAs(fitted, format).toBuffer());
  return { bytes, mediaType: `image/${format}` };
}

async function groundOf(original: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const small = await sharp(original)
    .keepXmp()
    .resize(Math.ceil(width * GROUND_SHARE), Math.ceil(height * GROUND_SHARE), { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .blur(GROUND_BLUR)
    .png()
    .toBuffer();
  return await sharp(small).keepXmp().resize(width, height, { kernel: 'cubic' }).png().toBuffer();
}
