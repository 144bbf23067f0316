interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface SizeLimits {
  readonly multiple: number;
  readonly shortestSidePx: number;
  readonly longestSidePx: number;
  readonly pixelsMax?: number;
}

/** The size nearest to the wanted one that a model can make, in the wanted proportions as far as its limits allow. */
export function fitSize(wanted: Size, limits: SizeLimits): Size {
  const { multiple, shortestSidePx, longestSidePx } = limits;
  const longest = Math.max(wanted.widthPx, wanted.heightPx);
  const shortest = Math.min(wanted.widthPx, wanted.heightPx);
  const pixels = wanted.widthPx * wanted.heightPx;
  const grow = Math.max(1, shortestSidePx / shortest);
  const shrink = Math.min(
    longestSidePx / (longest * grow),
    Math.sqrt((limits.pixelsMax ?? Number.POSITIVE_INFINITY) / (pixels * grow * grow)),
    1,
  );
  const stepped = (px: number): number => {
    // Down when the area is at its limit, else to the nearest.
    const steps = (px * grow * shrink) / multiple;
    const whole = shrink < 1 ? Math.floor(steps + 1e-6) : Math.round(steps);
    const least = Math.ceil(shortestSidePx / multiple);
    return multiple * Math.min(Math.floor(longestSidePx / multiple), Math.max(least, whole));
  };
  return { widthPx: stepped(wanted.widthPx), heightPx: stepped(wanted.heightPx) };
}

/** Of proportions like `3:4` the one nearest to a size. */
export function nearestAspect<Aspect extends string>(
  wanted: Size,
  aspects: readonly [Aspect, ...Aspect[]],
): Aspect {
  const want = Math.log(wanted.widthPx / wanted.heightPx);
  const off = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number);
    return Math.abs(Math.log(width / height) - want);
  };
  return aspects.reduce((best, aspect) => (off(aspect) < off(best) ? aspect : best));
}
