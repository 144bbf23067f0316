import { contours } from './contours.ts';
import { ringPath } from './ring-path.ts';

/** A picture of ink on paper. `cover`: how much of each pixel is drawn on at all; null where all of it is. */
export interface InkPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How dark each pixel is, 0 paper … 255 ink. */
  readonly ink: Uint8Array;
  readonly cover: Uint8Array | null;
}

/** A little under the half: hair lines that lie across two pixels stay whole. */
const INK_LEVEL = 108;
const COVER_LEVEL = 128;
const TOLERANCE_PX = 0.4;
/** Specks below this many square pixels are noise of the raster. */
const SPECK = 7;

/** Outlines of a drawing as data of two SVG paths (even-odd): its paper, null where that is the whole sheet, and its ink. */
export function outlineDrawing({ widthPx, heightPx, ink, cover }: InkPicture): {
  readonly paper: string | null;
  readonly ink: string;
} {
  const pathOf = (field: Uint8Array, level: number): string =>
    contours(field, widthPx, heightPx, level)
      .map((ring) => ringPath(ring, TOLERANCE_PX, SPECK))
      .join('');
  return { paper: cover && pathOf(cover, COVER_LEVEL), ink: pathOf(ink, INK_LEVEL) };
}
