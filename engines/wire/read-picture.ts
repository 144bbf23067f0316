import sharp from 'sharp';
import { EngineFault } from '../engine.ts';
import { sniff } from './sniff.ts';

export interface ReadPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly widthPx: number;
  readonly heightPx: number;
}

const PIXELS_MAX = 60_000_000;
const NEARLY_BLACK = 6;
const KEPT = ['image/png', 'image/jpeg', 'image/webp'] as const;
const OTHERS = new Set(['image/gif', 'image/avif', 'image/heic']);

/**
 * A picture as a service sent it, decoded to its last row to be sure that it is whole. What is none of PNG, JPEG and
 * WebP becomes a PNG.
 * @throws EngineFault `bad_output` for no picture or half of one, `content_refused` for the black frame that safety
 *   filters leave behind
 */
export async function readPicture(bytes: Uint8Array, service: string): Promise<ReadPicture> {
  const type = await sniff(bytes);
  const mediaType = KEPT.find((kept) => kept === type);
  if (mediaType === undefined && !OTHERS.has(type ?? '')) {
    throw new EngineFault(
      'bad_output',
      `${service} sent ${type ?? 'something unknown'}, no picture.`,
    );
  }
  try {
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: PIXELS_MAX });
    const [{ width, height }, stats] = await Promise.all([picture.metadata(), picture.stats()]);
    if (stats.channels.slice(0, 3).every((channel) => channel.max <= NEARLY_BLACK)) {
      throw new EngineFault('content_refused', `${service} blacked the picture out.`);
    }
    if (mediaType !== undefined) return { bytes, mediaType, widthPx: width, heightPx: height };
    const png = await sharp(bytes, { limitInputPixels: PIXELS_MAX }).png().toBuffer();
    return { bytes: png, mediaType: 'image/png', widthPx: width, heightPx: height };
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    throw new EngineFault('bad_output', `${service} sent a picture that is not whole.`, {
      cause: error,
    });
  }
}
