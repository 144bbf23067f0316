import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { type JustifiedRow, justifiedRows } from './justified-rows.ts';

const same = (aspect: number) => aspect;
const widthOf = (row: JustifiedRow<number>, gapPx: number) =>
  row.tiles.reduce((sum, tile) => sum + tile.widthPx, 0) + gapPx * (row.tiles.length - 1);

describe('justifiedRows', () => {
  test('every row but the last fills the width exactly and none overflows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.3, max: 4, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 280, max: 2000 }),
        (aspects, widthPx) => {
          const rows = justifiedRows(aspects, same, { widthPx, rowPx: 200, gapPx: 6 });
          expect(rows.flatMap((row) => row.tiles.map((tile) => tile.item))).toEqual(aspects);
          for (const row of rows.slice(0, -1)) expect(widthOf(row, 6)).toBe(widthPx);
          const last = rows.at(-1);
          if (last) expect(widthOf(last, 6)).toBeLessThanOrEqual(widthPx + last.tiles.length);
        },
      ),
    );
  });

  test('one very wide picture alone keeps inside the width', () => {
    const [row] = justifiedRows([9], same, { widthPx: 900, rowPx: 200, gapPx: 6 });
    expect(row?.tiles[0]?.widthPx).toBe(900);
    expect(row?.heightPx).toBe(100);
  });

  test('a lonely picture is not blown up', () => {
    const [row] = justifiedRows([0.75], same, { widthPx: 900, rowPx: 200, gapPx: 6 });
    expect(row).toEqual({ heightPx: 200, tiles: [{ item: 0.75, widthPx: 150 }] });
  });

  test('nothing is laid out before the width is known', () => {
    expect(justifiedRows([1], same, { widthPx: 0, rowPx: 200, gapPx: 6 })).toEqual([]);
  });
});
