import { readFileSync } from 'node:fs';
import { samplePhotos } from '@lumiku/vision/testing';
import sharp from 'sharp';

/** A real photo of one person, as a phone would send it. */
export async function portrait(): Promise<File> {
  const jpeg = await sharp(readFileSync(samplePhotos().astronaut)).jpeg({ quality: 92 }).toBuffer();
  return new File([new Uint8Array(jpeg)], 'me.jpg', { type: 'image/jpeg' });
}

/** A footballer in full stride on the left, half a woman on the right: of two people, each odd in another way. */
export async function twoPeople(): Promise<File> {
  const { footballer, astronaut } = samplePhotos();
  const room = { width: 1500, height: 700, channels: 3, background: '#888888' } as const;
  const jpeg = await sharp({ create: room })
    .composite([
      { input: await sharp(footballer).resize(900).toBuffer(), left: 0, top: 50 },
      { input: await sharp(astronaut).resize(500).toBuffer(), left: 950, top: 120 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
  return new File([new Uint8Array(jpeg)], 'two.jpg', { type: 'image/jpeg' });
}

/** A photo in which there is nobody. */
export async function emptyRoom(): Promise<File> {
  const wall = { width: 800, height: 600, channels: 3, background: '#b8b0a4' } as const;
  const jpeg = await sharp({ create: wall }).jpeg().toBuffer();
  return new File([new Uint8Array(jpeg)], 'room.jpg', { type: 'image/jpeg' });
}

/** A file as a page's file chooser or a form takes it. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export async function picked(file: File): Promise<PickedFile> {
  return {
    name: file.name,
    mimeType: file.type,
    buffer: Buffer.from(await file.arrayBuffer()),
  };
}
