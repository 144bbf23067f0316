import sharp from 'sharp';

const QUALITY = 82;

/** Frames (PNG) as an animated WebP that goes round for ever. */
export async function encodeWebp(
  frames: readonly Uint8Array[],
  framesPerSecond: number,
): Promise<Uint8Array> {
  const delay = frames.map(() => Math.round(1000 / framesPerSecond));
  return await sharp([...frames], { join: { animated: true } })
    .webp({ quality: QUALITY, effort: 3, loop: 0, delay })
    .toBuffer();
}
