import { readFile } from 'node:fs/promises';

/** A real clip of one second, 96 × 128 px: a test pattern, no person. */
export const CLIP = { widthPx: 96, heightPx: 128, seconds: 1 } as const;

export async function clipBytes(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL('clip.mp4', import.meta.url)));
}
