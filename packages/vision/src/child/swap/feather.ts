/** An area's edge made soft from the inside: 0 outside, 1 deeper than about `radius` pixels. */
export function feather(
  area: Uint8Array,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  let soft = Float32Array.from(area);
  for (let round = 0; round < 3; round += 1) {
    soft = blurRows(soft, width, height, 1, width, radius);
    soft = blurRows(soft, height, width, width, 1, radius);
  }
  return soft.map((value, i) => (area[i] === 0 ? 0 : Math.min(1, Math.max(0, (value - 0.5) * 2))));
}

/** Mean over a window along lines of `length` pixels that are `step` apart; `lines` begin `next` apart. */
function blurRows(
  values: Float32Array<ArrayBuffer>,
  length: number,
  lines: number,
  step: number,
  next: number,
  radius: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  const size = 2 * radius + 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * next;
    let sum = 0;
    for (let at = -radius; at < length; at += 1) {
      const entering = at + radius;
      if (entering < length) sum += values[start + entering * step] ?? 0;
      if (at < 0) continue;
      out[start + at * step] = sum / size;
      if (at - radius >= 0) sum -= values[start + (at - radius) * step] ?? 0;
    }
  }
  return out;
}
