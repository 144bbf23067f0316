import { createHash } from 'node:crypto';
import sharp from 'sharp';

interface Wanted {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The same words give the same picture, others another one. */
  readonly of: string;
  readonly type?: 'png' | 'jpeg' | 'webp';
}

/** A real, coloured picture as a model would answer it. */
export async function testPicture({
  widthPx,
  heightPx,
  of,
  type = 'png',
}: Wanted): Promise<Buffer> {
  const [r = 0, g = 0, b = 0, tilt = 0] = createHash('sha256').update(of).digest();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <defs><linearGradient id="g" gradientTransform="rotate(${tilt % 90})">
      <stop offset="0" stop-color="rgb(${r},${g},${b})"/><stop offset="1" stop-color="rgb(${b},255,${r})"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/></svg>`;
  return sharp(Buffer.from(svg)).toFormat(type).toBuffer();
}
