import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { contours } from './contours.ts';
import { outlineDrawing } from './outline-drawing.ts';

const SIDE = 64;

/** Ink of soft-edged discs, as a renderer leaves it. */
function discs(at: readonly { x: number; y: number; r: number }[]): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [(i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5];
    const inside = Math.max(...at.map((disc) => disc.r - Math.hypot(x - disc.x, y - disc.y)));
    return Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
  });
}

const outlined = (ink: Uint8Array) =>
  outlineDrawing({ widthPx: SIDE, heightPx: SIDE, ink, cover: null });

test('a disc becomes one closed line of a few curves, on the place and of the size it was drawn', () => {
  const { paper, ink } = outlined(discs([{ x: 30, y: 33, r: 20 }]));
  expect(paper).toBeNull();
  expect(ink.match(/M/g)?.length).toBe(1);
  expect(ink.endsWith('Z')).toBe(true);
  expect(ink.match(/C/g)?.length).toBeLessThan(13);
  const numbers = ink.match(/-?[\d.]+/g)?.map(Number) ?? [];
  // Every third point of a cubic path lies on the line.
  for (let i = 6; i + 1 < numbers.length; i += 6) {
    const away = Math.hypot((numbers[i] ?? 0) - 30, (numbers[i + 1] ?? 0) - 33);
    expect(Math.abs(away - 20)).toBeLessThan(0.6);
  }
});

test('a corner stays a corner', () => {
  const square = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return x >= 10 && x < 50 && y >= 12 && y < 44 ? 255 : 0;
  });
  const numbers =
    outlined(square)
      .ink.match(/-?[\d.]+/g)
      ?.map(Number) ?? [];
  const xs = numbers.filter((_, i) => i % 2 === 0);
  expect(Math.min(...xs)).toBeGreaterThan(9);
  expect(Math.max(...xs)).toBeLessThan(51);
});

test('every line of any picture is closed, and specks are left out', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 81, maxLength: 81 }), (field) => {
      for (const ring of contours(field, 9, 9, 108)) {
        const last = ring.length - 2;
        const gap = Math.hypot(ring[0] - ring[last], ring[1] - ring[last + 1]);
        if (gap > Math.SQRT2) return false;
      }
      return true;
    }),
  );
  const speck = new Uint8Array(SIDE * SIDE);
  speck[2000] = 255;
  expect(outlined(speck).ink).toBe('');
});

test('a transparent sheet is outlined like the ink on it', () => {
  const cover = discs([{ x: 32, y: 32, r: 25 }]);
  const ink = discs([{ x: 32, y: 32, r: 5 }]);
  const made = outlineDrawing({ widthPx: SIDE, heightPx: SIDE, ink, cover });
  expect(made.paper?.match(/M/g)?.length).toBe(1);
  expect(made.ink.match(/M/g)?.length).toBe(1);
});
