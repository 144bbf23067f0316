import { BufferSource, Input, MP4, WEBM } from 'mediabunny';
import { EngineFault } from '../engine.ts';
import { sniff } from './sniff.ts';

export interface ReadClip {
  readonly bytes: Uint8Array;
  readonly mediaType: 'video/mp4' | 'video/webm';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seconds: number;
}

const TYPES = new Map([
  ['video/mp4', 'video/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['video/quicktime', 'video/mp4'],
  ['video/webm', 'video/webm'],
] as const);

/** A clip as a service sent it, with what its container says. @throws EngineFault `bad_output` */
export async function readClip(bytes: Uint8Array, service: string): Promise<ReadClip> {
  const type = await sniff(bytes);
  const mediaType = [...TYPES].find(([mime]) => mime === type)?.[1];
  if (mediaType === undefined) {
    throw new EngineFault('bad_output', `${service} sent ${type ?? 'something unknown'}, no clip.`);
  }
  try {
    const input = new Input({ source: new BufferSource(bytes), formats: [MP4, WEBM] });
    const track = await input.getPrimaryVideoTrack();
    const seconds = await input.computeDuration();
    if (track && seconds > 0) {
      const { displayWidth: widthPx, displayHeight: heightPx } = track;
      return { bytes, mediaType, widthPx, heightPx, seconds };
    }
  } catch (error) {
    throw new EngineFault('bad_output', `${service} sent a clip that cannot be read.`, {
      cause: error,
    });
  }
  throw new EngineFault('bad_output', `${service} sent a clip that is not whole.`);
}
