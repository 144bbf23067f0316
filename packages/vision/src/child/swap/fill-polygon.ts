/** A point in pixels. */
interface At {
  readonly x: number;
  readonly y: number;
}

/** 1 for every pixel within the outline, rows from the top. */
export function fillPolygon(outline: readonly At[], width: number, height: number): Uint8Array {
  const area = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const crossings = outline
      .flatMap((from, i) => {
        const to = outline[(i + 1) % outline.length] ?? from;
        if (from.y > y === to.y > y) return [];
        return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
      })
      .toSorted((one, other) => one - other);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const start = Math.max(0, Math.ceil(crossings[pair] ?? 0));
      const end = Math.min(width - 1, Math.floor(crossings[pair + 1] ?? 0));
      if (end >= start) area.fill(1, y * width + start, y * width + end + 1);
    }
  }
  return area;
}
