export interface JustifiedTile<Item> {
  item: Item;
  widthPx: number;
}
export interface JustifiedRow<Item> {
  heightPx: number;
  tiles: JustifiedTile<Item>[];
}
export interface JustifiedOptions {
  widthPx: number;
  /** The height a row would like to have. */
  rowPx: number;
  gapPx: number;
}

/** No row grows beyond this share of its wished height, so one very wide or lonely picture stays modest. */
const STRETCH_MAX = 1.25;

/**
 * Breaks pictures into rows that fill the width exactly, heights as near to `rowPx` as the pictures allow; the last
 * row is not stretched. Widths are whole pixels and add up, gaps included, to the width of every full row.
 */
export function justifiedRows<Item>(
  items: readonly Item[],
  aspectOf: (item: Item) => number,
  options: JustifiedOptions,
): JustifiedRow<Item>[] {
  const { widthPx, rowPx, gapPx } = options;
  if (widthPx <= 0) return [];
  const rows: JustifiedRow<Item>[] = [];
  let open: Item[] = [];
  let openAspect = 0;

  for (const item of items) {
    const aspect = aspectOf(item);
    const heightWith = rowHeight(widthPx, gapPx, open.length + 1, openAspect + aspect);
    const heightWithout = rowHeight(widthPx, gapPx, open.length, openAspect);
    // Closing before this one is right when that leaves the row nearer to its wished height.
    if (
      open.length > 0 &&
      heightWith < rowPx &&
      heightWithout <= rowPx * STRETCH_MAX &&
      heightWithout - rowPx < rowPx - heightWith
    ) {
      rows.push(fullRow(open, aspectOf, heightWithout, widthPx, gapPx));
      open = [];
      openAspect = 0;
    }
    open.push(item);
    openAspect += aspect;
    const height = rowHeight(widthPx, gapPx, open.length, openAspect);
    if (height <= rowPx) {
      rows.push(fullRow(open, aspectOf, height, widthPx, gapPx));
      open = [];
      openAspect = 0;
    }
  }
  if (open.length > 0) rows.push(looseRow(open, aspectOf, rowPx, widthPx));
  return rows;
}

function rowHeight(widthPx: number, gapPx: number, count: number, aspectSum: number): number {
  return (widthPx - gapPx * (count - 1)) / aspectSum;
}

function fullRow<Item>(
  items: readonly Item[],
  aspectOf: (item: Item) => number,
  height: number,
  widthPx: number,
  gapPx: number,
): JustifiedRow<Item> {
  let left = widthPx - gapPx * (items.length - 1);
  const tiles = items.map((item, index) => {
    // The last tile takes the rounding, so the edge is straight.
    const width = index === items.length - 1 ? left : Math.round(aspectOf(item) * height);
    left -= width;
    return { item, widthPx: width };
  });
  return { heightPx: Math.round(height), tiles };
}

function looseRow<Item>(
  items: readonly Item[],
  aspectOf: (item: Item) => number,
  rowPx: number,
  widthPx: number,
): JustifiedRow<Item> {
  return {
    heightPx: Math.round(rowPx),
    tiles: items.map((item) => ({
      item,
      widthPx: Math.min(widthPx, Math.round(aspectOf(item) * rowPx)),
    })),
  };
}
