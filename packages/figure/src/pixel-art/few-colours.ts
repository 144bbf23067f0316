/** A box of colours, as places in a list of bytes. */
interface Box {
  readonly at: number[];
  /** The channel that varies most, and by how much, weighted as the eye sees it. */
  readonly channel: number;
  readonly spread: number;
}

const EYE = [0.6, 1, 0.4];

/** The few colours that stand best for many: median cut (Heckbert). `rgb`: three bytes each. */
export function fewColours(rgb: Uint8Array, count: number): Uint8Array {
  const all = Array.from({ length: rgb.length / 3 }, (_, i) => i * 3);
  if (all.length === 0) return new Uint8Array(0);
  const boxes: Box[] = [boxOf(rgb, all)];
  while (boxes.length < count) {
    const widest = boxes.reduce((a, b) => (b.spread > a.spread ? b : a));
    if (widest.spread < 6) break;
    const sorted = widest.at.toSorted(
      (a, b) => rgb[a + widest.channel] - rgb[b + widest.channel] || a - b,
    );
    const middle = sorted.length >> 1;
    boxes.splice(
      boxes.indexOf(widest),
      1,
      boxOf(rgb, sorted.slice(0, middle)),
      boxOf(rgb, sorted.slice(middle)),
    );
  }
  const palette = new Uint8Array(boxes.length * 3);
  for (const [i, { at }] of boxes.entries())
    for (let c = 0; c < 3; c++)
      palette[i * 3 + c] = Math.round(at.reduce((sum, p) => sum + rgb[p + c], 0) / at.length);
  return palette;
}

function boxOf(rgb: Uint8Array, at: number[]): Box {
  let channel = 0;
  let spread = -1;
  for (let c = 0; c < 3; c++) {
    let low = 255;
    let high = 0;
    for (const p of at) {
      low = Math.min(low, rgb[p + c]);
      high = Math.max(high, rgb[p + c]);
    }
    const wide = at.length < 2 ? 0 : (high - low) * EYE[c];
    if (wide > spread) {
      spread = wide;
      channel = c;
    }
  }
  return { at, channel, spread };
}

/** Where the palette's colour nearest to a colour begins. */
export function nearestColour(palette: Uint8Array, r: number, g: number, b: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let p = 0; p < palette.length; p += 3) {
    const away =
      EYE[0] * (palette[p] - r) ** 2 +
      EYE[1] * (palette[p + 1] - g) ** 2 +
      EYE[2] * (palette[p + 2] - b) ** 2;
    if (away < least) {
      least = away;
      best = p;
    }
  }
  return best;
}
