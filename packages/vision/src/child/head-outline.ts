import type { Chart } from './chart.ts';

/** The face's outline in the mesh, clockwise from the forehead. */
const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/** 1 for every chart pixel within the face's outline. */
export function faceArea(chart: Chart): Uint8Array {
  const outline = OVAL.map((index) => chart.place(index));
  const area = new Uint8Array(chart.side * chart.side);
  for (let y = 0; y < chart.side; y += 1) {
    const crossings = outline
      .flatMap((from, i) => {
        const to = outline[(i + 1) % outline.length] ?? from;
        if (from.y > y === to.y > y) return [];
        return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
      })
      .toSorted((one, other) => one - other);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const start = Math.max(0, Math.ceil(crossings[pair] ?? 0));
      const end = Math.min(chart.side - 1, Math.floor(crossings[pair + 1] ?? 0));
      area.fill(1, y * chart.side + start, y * chart.side + end + 1);
    }
  }
  return area;
}
