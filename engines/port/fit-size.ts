import type { EngineCapability } from './engine-capability.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The size to ask an engine for: the wanted shape, as large as wanted or as large as it can, on its grid; where it has
 * only a few sizes, the one nearest in shape, then in area.
 */
export function fitSize(
  can: Pick<EngineCapability, 'longestSidePx' | 'sizeMultiplePx' | 'sizes'>,
  wanted: Size,
): Size {
  if (can.sizes && can.sizes.length > 0) return nearest(can.sizes, wanted);
  const step = can.sizeMultiplePx ?? 1;
  const scale = Math.min(1, can.longestSidePx / Math.max(wanted.widthPx, wanted.heightPx));
  const onGrid = (side: number): number =>
    Math.min(
      Math.max(step, Math.round((side * scale) / step) * step),
      Math.floor(can.longestSidePx / step) * step,
    );
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
