import type { Chart } from './chart.ts';
import { fillPolygon } from './swap/fill-polygon.ts';

/** The face's outline in the mesh, clockwise from the forehead. */
export const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/** 1 for every chart pixel within the face's outline. */
export function faceArea(chart: Chart): Uint8Array {
  return fillPolygon(
    OVAL.map((index) => chart.place(index)),
    chart.side,
    chart.side,
  );
}
