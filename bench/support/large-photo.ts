import sharp from 'sharp';

/** A JPEG as a phone makes it: 12 megapixels, about 3 MB, with the grain of a real photo. */
export async function largePhoto(): Promise<File> {
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const small = await sharp({
    create: { width: 1000, height: 750, channels: 3, background: '#888', noise: grain },
  })
    .png()
    .toBuffer();
  const bytes = await sharp(small).resize(4000, 3000).blur(1.2).jpeg({ quality: 88 }).toBuffer();
  return new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' });
}
