import type { Words } from '@lumiku/contract';
import type { EncodedPicture } from './engine-request.ts';

export type EngineOutput = EnginePicture | EngineClip;

/** For the provenance mark. */
export type MadeBy =
  | 'algorithmicMedia'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia';

export interface EnginePicture {
  readonly kind: 'picture';
  /** An encoded picture, as the engine gave it; its type is sniffed, not believed. */
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
  readonly source: MadeBy;
  /** What the person should know about this picture. */
  readonly note?: Words;
  /** Words of the person it did not heed, in the order they were said. */
  readonly unreadWords?: readonly string[];
  /** What the service says it cost, in US dollars; else the estimate of the capability counts. */
  readonly costUsd?: number | undefined;
}

export interface EngineClip {
  readonly kind: 'clip';
  readonly bytes: Uint8Array;
  readonly mediaType: 'video/mp4' | 'video/webm' | 'image/webp';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seconds: number;
  /** The same clip in other formats. */
  readonly alternatives?: readonly EncodedPicture[];
  /** A frame to show before it plays; null = the picture it was made from will do. */
  readonly poster: EncodedPicture | null;
  readonly source: MadeBy;
  readonly seed: number;
  readonly note?: Words;
  readonly costUsd?: number | undefined;
}
