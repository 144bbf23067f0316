import sharp from 'sharp';
import { EngineFault } from '../engine.ts';

interface Limits {
  readonly longestSidePx: number;
  readonly bytesMax: number;
}

interface Encoded {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const QUALITIES = [92, 85, 75, 60] as const;
const SIDE_PX_MIN = 256;
const SENT_AS_IS = new Set(['image/jpeg', 'image/png', 'image/webp']);

/**
 * A picture small enough to send: untouched when it already is, else a JPEG of at most so many pixels and bytes.
 * @throws EngineFault `invalid_input` when it cannot be read
 */
export async function fitPicture(picture: Encoded, limits: Limits): Promise<Encoded> {
  try {
    const { width, height } = await sharp(picture.bytes).metadata();
    const longest = Math.max(width, height);
    const isSmall = picture.bytes.byteLength <= limits.bytesMax && longest <= limits.longestSidePx;
    if (isSmall && SENT_AS_IS.has(picture.mediaType)) return picture;
    return await shrunk(picture.bytes, Math.min(longest, limits.longestSidePx), limits.bytesMax);
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    throw new EngineFault('invalid_input', 'The picture to send cannot be read.', { cause: error });
  }
}

async function shrunk(bytes: Uint8Array, sidePx: number, bytesMax: number): Promise<Encoded> {
  const least = Math.min(sidePx, SIDE_PX_MIN);
  for (let side = sidePx; side >= least; side = Math.floor(side * 0.75)) {
    for (const quality of QUALITIES) {
      const jpeg = await sharp(bytes)
        .rotate()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer();
      if (jpeg.byteLength <= bytesMax) return { bytes: jpeg, mediaType: 'image/jpeg' };
    }
  }
  throw new EngineFault('invalid_input', `The picture does not fit into ${bytesMax} bytes.`);
}
