import type { FigureJob } from '../figure-job.ts';

/** Rows of one picture for a thread to draw. */
export interface BandOrder {
  /** The picture the rows belong to; another id with the same job is drawn anew. */
  readonly id: number;
  readonly job: FigureJob;
  readonly from: number;
  readonly to: number;
}

export type BandReply =
  | {
      readonly kind: 'band';
      readonly id: number;
      readonly from: number;
      readonly to: number;
      /** RGBA, not premultiplied, as a canvas takes it. */
      readonly pixels: Uint8ClampedArray<ArrayBuffer>;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
