/** 8-bit RGB picture, rows from the top. */
export interface Raster {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly alongPx: number;
  readonly acrossPx: number;
  readonly radians: number;
}

/** Fills an ellipse with hard edges; what lies outside the picture is left out. */
export function fillEllipse(
  raster: Raster,
  ellipse: Ellipse,
  colour: readonly [number, number, number],
): void {
  const { x, y, radians } = ellipse;
  const along = Math.max(ellipse.alongPx, 0.5);
  const across = Math.max(ellipse.acrossPx, 0.5);
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  const halfWidth = Math.hypot(along * c, across * s);
  const halfHeight = Math.hypot(along * s, across * c);
  const top = Math.max(0, Math.ceil(y - halfHeight));
  const bottom = Math.min(raster.heightPx - 1, Math.floor(y + halfHeight));
  const left = Math.max(0, Math.ceil(x - halfWidth));
  const right = Math.min(raster.widthPx - 1, Math.floor(x + halfWidth));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const dx = column - x;
      const dy = row - y;
      const u = (dx * c + dy * s) / along;
      const v = (dy * c - dx * s) / across;
      if (u * u + v * v <= 1) raster.pixels.set(colour, 3 * (row * raster.widthPx + column));
    }
  }
}

/** Fills a straight line with hard edges and round ends; what lies outside the picture is left out. */
export function fillLine(
  raster: Raster,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  thicknessPx: number,
  colour: readonly [number, number, number],
): void {
  const half = Math.max(thicknessPx / 2, 0.5);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const top = Math.max(0, Math.ceil(Math.min(from.y, to.y) - half));
  const bottom = Math.min(raster.heightPx - 1, Math.floor(Math.max(from.y, to.y) + half));
  const left = Math.max(0, Math.ceil(Math.min(from.x, to.x) - half));
  const right = Math.min(raster.widthPx - 1, Math.floor(Math.max(from.x, to.x) + half));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const along = ((column - from.x) * dx + (row - from.y) * dy) / Math.max(squared, 1e-9);
      const share = Math.max(0, Math.min(1, along));
      const off = Math.hypot(column - from.x - share * dx, row - from.y - share * dy);
      if (off <= half) raster.pixels.set(colour, 3 * (row * raster.widthPx + column));
    }
  }
}
