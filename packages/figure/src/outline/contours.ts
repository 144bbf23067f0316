/** A closed line as x, y, x, y …; the last point is joined to the first. */
export type Ring = Float64Array;

/**
 * Lines along which a field of bytes passes `level`, by marching squares (Lorensen and Cline, in the plane), placed
 * between the pixels by how much each holds. Outside the field everything is below the level, so every line is closed.
 */
export function contours(
  field: Uint8Array,
  width: number,
  height: number,
  level: number,
): readonly Ring[] {
  const grid = new CrossingGrid(field, width, height, level);
  const rings: Ring[] = [];
  for (let y = -1; y < height; y++) for (let x = -1; x < width; x++) grid.linkCell(x, y);
  for (let edge = 0; edge < grid.next.length; edge++)
    if (grid.next[edge] >= 0) rings.push(grid.takeRing(edge));
  return rings;
}

/** Which edges of a cell (top 0, right 1, bottom 2, left 3) a line joins, by which corners lie above the level. */
const LINKS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];
/** The same where the middle of a saddle is below the level: its two corners stay apart. */
const APART: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  5: [
    [3, 0],
    [1, 2],
  ],
  10: [
    [0, 1],
    [2, 3],
  ],
};

class CrossingGrid {
  /** By edge, the edge at which the line goes on; −1: no line. Edges to the right first, then downwards. */
  readonly next: Int32Array;
  private readonly stride: number;
  private readonly downwards: number;
  private readonly field: Uint8Array;
  private readonly width: number;
  private readonly height: number;
  private readonly level: number;

  constructor(field: Uint8Array, width: number, height: number, level: number) {
    this.field = field;
    this.width = width;
    this.height = height;
    this.level = level;
    this.stride = width + 2;
    this.downwards = this.stride * (height + 2);
    this.next = new Int32Array(this.downwards * 2).fill(-1);
  }

  private at(x: number, y: number): number {
    return x < 0 || y < 0 || x >= this.width || y >= this.height
      ? 0
      : this.field[y * this.width + x];
  }

  linkCell(x: number, y: number): void {
    const a = this.at(x, y);
    const b = this.at(x + 1, y);
    const c = this.at(x + 1, y + 1);
    const d = this.at(x, y + 1);
    const { level } = this;
    const kind =
      (a >= level ? 1 : 0) + (b >= level ? 2 : 0) + (c >= level ? 4 : 0) + (d >= level ? 8 : 0);
    if (kind === 0 || kind === 15) return;
    const isSaddle = kind === 5 || kind === 10;
    const links = isSaddle && a + b + c + d < 4 * level ? APART[kind] : LINKS[kind];
    const here = (y + 1) * this.stride + x + 1;
    for (const [from, to] of links) this.next[this.edge(here, from)] = this.edge(here, to);
  }

  private edge(here: number, side: number): number {
    if (side === 0) return here;
    if (side === 1) return this.downwards + here + 1;
    return side === 2 ? here + this.stride : this.downwards + here;
  }

  /** The line through `first`, taken off the grid. */
  takeRing(first: number): Ring {
    const points: number[] = [];
    for (let edge = first; this.next[edge] >= 0; ) {
      this.writeCrossing(edge, points);
      const on = this.next[edge];
      this.next[edge] = -1;
      edge = on;
    }
    return Float64Array.from(points);
  }

  /** Middles of pixels lie half a pixel inside the picture. */
  private writeCrossing(edge: number, out: number[]): void {
    const isDown = edge >= this.downwards;
    const place = isDown ? edge - this.downwards : edge;
    const x = (place % this.stride) - 1;
    const y = Math.floor(place / this.stride) - 1;
    const from = this.at(x, y);
    const to = isDown ? this.at(x, y + 1) : this.at(x + 1, y);
    const share = from === to ? 0.5 : (this.level - from) / (to - from);
    out.push(x + 0.5 + (isDown ? 0 : share), y + 0.5 + (isDown ? share : 0));
  }
}
