import { readFileSync } from 'node:fs';
import { samplePhotos } from '@lumiku/vision/testing';
import sharp from 'sharp';

/** A real photo of one person, as a phone would send it. */
export async function portrait(): Promise<File> {
  const jpeg = await sharp(readFileSync(samplePhotos().astronaut)).jpeg({ quality: 92 }).toBuffer();
  return new File([new Uint8Array(jpeg)], 'me.jpg', { type: 'image/jpeg' });
}
