/**
 * How far from a pixel's middle a straight edge runs, when this share of the disc around it lies on the pixel's own
 * side: the area of a disc cut by a chord, turned round. Gives smooth lines from a picture of whole numbers.
 */
export function edgeDistance(ownShare: number, radius: number): number {
  if (ownShare >= 0.995) return Number.POSITIVE_INFINITY;
  const at = Math.min(1, Math.max(0, (ownShare - 0.5) * 2)) * STEPS;
  const i = Math.min(STEPS - 1, at | 0);
  return (TABLE[i] + (TABLE[i + 1] - TABLE[i]) * (at - i)) * radius;
}

const STEPS = 64;
/** Distance over radius by own share from one half to one. */
const TABLE = new Float64Array(STEPS + 1);

/** Share of a disc on the larger side of a chord at distance `t` of its radius. */
const largerShare = (t: number): number => 1 - (Math.acos(t) - t * Math.sqrt(1 - t * t)) / Math.PI;

for (let i = 0; i <= STEPS; i++) {
  const share = 0.5 + i / STEPS / 2;
  let low = 0;
  let high = 1;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (largerShare(middle) < share) low = middle;
    else high = middle;
  }
  TABLE[i] = low;
}
