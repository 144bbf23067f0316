/** Light, red against green, yellow against blue, of square roots: where colours vary one by one. */
function opponent(rgb: Float32Array, o: number): [number, number, number] {
  const [r, g, b] = [0, 1, 2].map((c) => Math.sqrt(Math.max(0, rgb[o + c] ?? 0) / 255));
  return [
    0.3 * (r ?? 0) + 0.6 * (g ?? 0) + 0.1 * (b ?? 0),
    (r ?? 0) - (g ?? 0),
    ((r ?? 0) + (g ?? 0)) / 2 - (b ?? 0),
  ];
}

/** What `opponent` takes apart, bytes. */
function fromOpponent([light, redGreen, yellowBlue]: readonly [number, number, number]) {
  const g = light - 0.35 * redGreen + 0.1 * yellowBlue;
  const r = g + redGreen;
  const b = g + redGreen / 2 - yellowBlue;
  return [r, g, b].map((v) => Math.min(255, v * Math.abs(v) * 255));
}

interface Spread {
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

function spreadOf(rgb: Float32Array, area: Uint8Array): Spread {
  const sum = [0, 0, 0];
  const squares = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < area.length; i += 1) {
    if (area[i] === 0) continue;
    const colour = opponent(rgb, i * 3);
    for (let c = 0; c < 3; c += 1) {
      sum[c] = (sum[c] ?? 0) + (colour[c] ?? 0);
      squares[c] = (squares[c] ?? 0) + (colour[c] ?? 0) ** 2;
    }
    count += 1;
  }
  const mean = sum.map((v) => v / Math.max(1, count));
  const deviation = squares.map((v, c) =>
    Math.sqrt(Math.max(1e-6, v / Math.max(1, count) - (mean[c] ?? 0) ** 2)),
  );
  return {
    mean: [mean[0] ?? 0, mean[1] ?? 0, mean[2] ?? 0],
    deviation: [deviation[0] ?? 1, deviation[1] ?? 1, deviation[2] ?? 1],
  };
}

/** Contrast of the other face is taken over only so far, or pores become blotches. */
const CONTRAST_MIN = 0.75;
const CONTRAST_MAX = 1.25;

/** Colours with the mean and the spread of another picture's, over an area of both (Reinhard, in opponent colours). */
export function matchColours(
  rgb: Float32Array,
  like: Float32Array,
  area: Uint8Array,
): Float32Array {
  const own = spreadOf(rgb, area);
  const wanted = spreadOf(like, area);
  const out = new Float32Array(rgb.length);
  const shift = (value: number, c: 0 | 1 | 2): number => {
    const contrast = Math.min(
      CONTRAST_MAX,
      Math.max(CONTRAST_MIN, wanted.deviation[c] / own.deviation[c]),
    );
    return (value - own.mean[c]) * contrast + wanted.mean[c];
  };
  for (let i = 0; i < area.length; i += 1) {
    const [light, redGreen, yellowBlue] = opponent(rgb, i * 3);
    out.set(fromOpponent([shift(light, 0), shift(redGreen, 1), shift(yellowBlue, 2)]), i * 3);
  }
  return out;
}
