export interface TileGrid {
  columns: number;
  tileWidthPx: number;
  /** Between two tiles of a row. */
  gapPx: number;
  /** One row with the gap under it. */
  rowPx: number;
}

const TILE_MIN_PX = 132;
const GAP_PX = 12;
const ROW_GAP_PX = 16;
const NAME_PX = 24;
const PHONE_COLUMNS = 3;

/** How 3:4 tiles with a name under them fill a width; a phone has three in a row whatever its width. */
export function tileGrid(widthPx: number, isPhone: boolean): TileGrid {
  const gapPx = isPhone ? 8 : GAP_PX;
  const columns = isPhone
    ? PHONE_COLUMNS
    : Math.max(2, Math.floor((widthPx + gapPx) / (TILE_MIN_PX + gapPx)));
  const tileWidthPx = Math.max(1, (widthPx - gapPx * (columns - 1)) / columns);
  const rowGap = isPhone ? 12 : ROW_GAP_PX;
  const rowPx = Math.round((tileWidthPx * 4) / 3) + NAME_PX + rowGap;
  return { columns, tileWidthPx, gapPx, rowPx };
}

/** Pages of `pageSize` that hold the tiles `from`..`to` (both included), the first page always among them. */
export function pagesFor(from: number, to: number, pageSize: number): number[] {
  const pages = new Set([0]);
  const last = Math.floor(Math.max(0, to) / pageSize);
  for (let page = Math.floor(Math.max(0, from) / pageSize); page <= last; page += 1) {
    pages.add(page);
  }
  return [...pages];
}

/** The place a tile stands at among all places when some of them, in rising order, are left out. */
export function pastGaps(index: number, gaps: readonly number[]): number {
  return gaps.reduce((place, gap) => (gap <= place ? place + 1 : place), index);
}

/** Where an arrow, Home, End or a page key leads among `total` tiles. */
export function tileAfter(index: number, key: string, columns: number, total: number): number {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * 3,
    PageDown: columns * 3,
    Home: -total,
    End: total,
  };
  const step = steps[key];
  if (step === undefined) return index;
  const next = index + step;
  // An arrow past the edge stays; a page key goes as far as there is.
  if (key.startsWith('Arrow') && (next < 0 || next >= total)) return index;
  return Math.min(total - 1, Math.max(0, next));
}
