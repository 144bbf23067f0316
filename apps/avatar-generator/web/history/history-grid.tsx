import { useBoxWidth, useIsPhone, useWords } from '@lumiku/ui-kit';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Generation } from '../../contract.ts';
import { gapPx, type HistoryRow, historyRows, placesOf } from './history-rows.ts';
import { HistoryTile } from './history-tile.tsx';
import type { GridPlace } from './selection.ts';
import { type SelectionControl, useSelection } from './use-selection.ts';

const DAY_PX = 58;
const FAILED_LINE_PX = 118;

/** The whole history, however long: only the rows in sight exist. */
export function HistoryGrid({
  generations,
  onNearEnd,
  onRetry,
  retryingId,
  onDelete,
  selectionBar,
}: {
  generations: readonly Generation[];
  onNearEnd: () => void;
  onRetry: (id: string) => void;
  retryingId: string | null;
  onDelete: (ids: readonly string[]) => void;
  selectionBar: (selection: SelectionControl) => React.ReactNode;
}) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const box = useRef<HTMLFieldSetElement>(null);
  const widthPx = useBoxWidth(box);
  const rows = useMemo(
    () => historyRows(generations, widthPx, isPhone),
    [generations, widthPx, isPhone],
  );
  const gap = gapPx(isPhone);
  const places = useMemo(() => placesOf(rows, gap), [rows, gap]);

  const list = useWindowVirtualizer({
    count: widthPx === 0 ? 0 : rows.length,
    estimateSize: (index) => rowPx(rows[index], gap),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another width have other heights
  useEffect(() => list.measure(), [list, widthPx, isPhone]);

  const focusId = useRef<string | null>(null);
  useEffect(() => {
    if (focusId.current === null) return;
    const tile = box.current?.querySelector<HTMLElement>(
      `[data-tile="${CSS.escape(focusId.current)}"] :is(a, button)`,
    );
    if (!tile) return;
    focusId.current = null;
    tile.focus({ preventScroll: true });
  });
  const selection = useSelection(
    places,
    (place: GridPlace) => {
      focusId.current = place.id;
      list.scrollToIndex(place.row, { align: 'auto' });
      box.current
        ?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(place.id)}"] :is(a, button)`)
        ?.focus({ preventScroll: true });
    },
    onDelete,
  );

  const shown = list.getVirtualItems();
  const lastIndex = shown.at(-1)?.index ?? 0;
  const isNearEnd = rows.length > 0 && lastIndex >= rows.length - 4;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  return (
    <>
      <fieldset
        ref={box}
        aria-label={t({ en: 'Pictures', id: 'Gambar' })}
        onKeyDown={selection.onKeyDown}
        className="relative m-0 min-w-0 border-0 p-0"
        style={{ height: list.getTotalSize() }}
      >
        {shown.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - list.options.scrollMargin}px)` }}
            >
              <Row
                row={row}
                gap={gap}
                tile={(generation) => (
                  <HistoryTile
                    generation={generation}
                    selection={selection}
                    onRetry={onRetry}
                    isRetrying={retryingId === generation.id}
                    onDelete={onDelete}
                  />
                )}
              />
            </div>
          );
        })}
      </fieldset>
      {selectionBar(selection)}
    </>
  );
}

function Row({
  row,
  gap,
  tile,
}: {
  row: HistoryRow;
  gap: number;
  tile: (generation: Generation) => React.ReactNode;
}) {
  const { t, day, exact, number } = useWords();
  if (row.kind === 'day') {
    return (
      <header className="flex items-baseline gap-2.5 pt-6 pb-2.5" style={{ height: DAY_PX }}>
        <h2 className="text-17 font-semibold" title={exact(row.at)}>
          {day(row.at)}
        </h2>
        <span className="num text-13 text-ink-3">
          {number(row.count)}{' '}
          {row.count === 1
            ? t({ en: 'picture', id: 'gambar' })
            : t({ en: 'pictures', id: 'gambar' })}
        </span>
      </header>
    );
  }
  if (row.kind === 'failed') {
    return <div style={{ height: FAILED_LINE_PX, paddingBottom: gap }}>{tile(row.generation)}</div>;
  }
  return (
    <div className="flex" style={{ gap, height: row.heightPx }}>
      {row.tiles.map(({ item, widthPx }) => (
        <div key={item.id} style={{ width: widthPx }}>
          {tile(item)}
        </div>
      ))}
    </div>
  );
}

function rowPx(row: HistoryRow | undefined, gap: number): number {
  if (row === undefined || row.kind === 'day') return DAY_PX;
  return row.kind === 'failed' ? FAILED_LINE_PX : row.heightPx + gap;
}
