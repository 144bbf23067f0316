interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The sizes a model can make. */
export interface SizeLimits {
  readonly longestSidePx: number;
  readonly shortestSidePx?: number;
  /** Sides are multiples of this. 1 when left out. */
  readonly sizeMultiplePx?: number;
  /** Width × height. */
  readonly pixelsMax?: number;
  /** The only shapes it makes, where it takes no free size; the nearest one is asked for. */
  readonly sizes?: readonly Size[];
}

/**
 * The size to ask an engine for: the wanted shape, as large as wanted or as large as its limits allow, on its grid; where
 * it has only a few sizes, the one nearest in shape, then in area.
 */
export function fitSize(wanted: Size, limits: SizeLimits): Size {
  if (limits.sizes && limits.sizes.length > 0) return nearest(limits.sizes, wanted);
  const { longestSidePx, sizeMultiplePx: step = 1, pixelsMax = Number.POSITIVE_INFINITY } = limits;
  const shortestSidePx = limits.shortestSidePx ?? step;
  const grow = Math.max(1, shortestSidePx / Math.min(wanted.widthPx, wanted.heightPx));
  const longest = Math.max(wanted.widthPx, wanted.heightPx) * grow;
  const pixels = wanted.widthPx * wanted.heightPx * grow * grow;
  const shrink = Math.min(1, longestSidePx / longest, Math.sqrt(pixelsMax / pixels));
  const onGrid = (side: number): number => {
    const steps = (side * grow * shrink) / step;
    // Down when a limit was met, else to the nearest.
    const whole = shrink < 1 ? Math.floor(steps + 1e-6) : Math.round(steps);
    const least = Math.ceil(shortestSidePx / step);
    return step * Math.min(Math.floor(longestSidePx / step), Math.max(least, whole));
  };
  return { widthPx: onGrid(wanted.widthPx), heightPx: onGrid(wanted.heightPx) };
}

function nearest(sizes: readonly Size[], wanted: Size): Size {
  const [best = wanted] = sizes.toSorted(
    (a, b) => shapeGap(a, wanted) - shapeGap(b, wanted) || areaGap(a, wanted) - areaGap(b, wanted),
  );
  return best;
}

const shapeGap = (a: Size, b: Size): number =>
  Math.abs(Math.log(a.widthPx / a.heightPx) - Math.log(b.widthPx / b.heightPx));
const areaGap = (a: Size, b: Size): number =>
  Math.abs(a.widthPx * a.heightPx - b.widthPx * b.heightPx);
