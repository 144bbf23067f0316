import type { Generation } from '../../contract.ts';
import { ratioOf } from '../picture/ratio-of.ts';
import { type JustifiedTile, justifiedRows } from './justified-rows.ts';
import type { GridPlace } from './selection.ts';
import { byDay } from './timeline.ts';

export type HistoryRow =
  | { kind: 'day'; key: string; at: Date; count: number }
  | { kind: 'pictures'; key: string; heightPx: number; tiles: JustifiedTile<Generation>[] }
  /** On a phone, failed work has a line of its own: there is no room for words in a tile. */
  | { kind: 'failed'; key: string; generation: Generation };

/** What failed needs room for words. */
const FAILED_ASPECT = 1.12;

/** The whole history as rows of one list, ready to be drawn in part: day, pictures, pictures, day… */
export function historyRows(
  generations: readonly Generation[],
  widthPx: number,
  isPhone: boolean,
): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (const day of byDay(generations, (generation) => generation.createdAt)) {
    rows.push({ kind: 'day', key: day.key, at: day.at, count: day.items.length });
    const failed = isPhone ? day.items.filter(isFailed) : [];
    const pictures = isPhone ? day.items.filter((item) => !isFailed(item)) : day.items;
    for (const generation of failed) {
      rows.push({ kind: 'failed', key: generation.id, generation });
    }
    const lines = justifiedRows(
      pictures,
      (item) => (isFailed(item) ? FAILED_ASPECT : ratioOf(item)),
      { widthPx, rowPx: isPhone ? 148 : 216, gapPx: gapPx(isPhone) },
    );
    for (const { heightPx, tiles } of lines) {
      rows.push({ kind: 'pictures', key: tiles[0]?.item.id ?? day.key, heightPx, tiles });
    }
  }
  return rows;
}

export function gapPx(isPhone: boolean): number {
  return isPhone ? 4 : 6;
}

/** Where each picture stands, for moving about with arrows. */
export function placesOf(rows: readonly HistoryRow[], gap: number): GridPlace[] {
  return rows.flatMap((row, index): GridPlace[] => {
    if (row.kind === 'failed') return [{ id: row.generation.id, row: index, middlePx: 0 }];
    if (row.kind === 'day') return [];
    let leftPx = 0;
    return row.tiles.map(({ item, widthPx }) => {
      const middlePx = leftPx + widthPx / 2;
      leftPx += widthPx + gap;
      return { id: item.id, row: index, middlePx };
    });
  });
}

export function isFailed(generation: Generation): boolean {
  return generation.status === 'failed' || generation.status === 'cancelled';
}
