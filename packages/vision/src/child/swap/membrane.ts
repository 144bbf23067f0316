const ROUNDS = 260;
const OVER_RELAXATION = 1.95;

/**
 * What has to be added inside an area so that its edge meets what surrounds it: a membrane stretched over the
 * difference along the edge (Pérez, "Poisson image editing", without gradients of its own). Solved by successive
 * over-relaxation, each colour by itself.
 * @param difference surroundings less patch, three numbers a pixel, right outside the area
 */
export function stretchMembrane(
  difference: Float32Array,
  area: Uint8Array,
  width: number,
  height: number,
): Float32Array {
  const out = Float32Array.from(difference);
  const inside: number[] = [];
  for (let y = 1; y + 1 < height; y += 1) {
    for (let x = 1; x + 1 < width; x += 1)
      if (area[y * width + x] === 1) inside.push(y * width + x);
  }
  for (const i of inside) out.fill(0, i * 3, i * 3 + 3);
  const row = width * 3;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const i of inside) {
      const o = i * 3;
      for (let c = o; c < o + 3; c += 1) {
        const around =
          (out[c - 3] ?? 0) + (out[c + 3] ?? 0) + (out[c - row] ?? 0) + (out[c + row] ?? 0);
        const here = out[c] ?? 0;
        out[c] = here + OVER_RELAXATION * (around / 4 - here);
      }
    }
  }
  return out;
}
