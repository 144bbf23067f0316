import { useBoxWidth, useWords } from '@lumiku/ui-kit';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { PoseCell } from './pose-cell.tsx';
import { RowSlots } from './row-slots.ts';
import { type TileGrid, tileAfter, tileGrid } from './tile-grid.ts';
import type { PoseShelf } from './use-poses.ts';
import { useRush } from './use-rush.ts';

/** Rows beyond the edge that are drawn already, so that a quick flick shows no gaps. */
const OVERSCAN_ROWS = 3;

/** Grey tiles painted behind, for rows that rush by undrawn. */
function emptyTiles({ tileWidthPx, gapPx, rowPx }: TileGrid): CSSProperties {
  const tileHeightPx = (tileWidthPx * 4) / 3;
  return {
    backgroundImage: `linear-gradient(transparent ${tileHeightPx}px, var(--paper) 0), linear-gradient(to right, var(--sunken) ${tileWidthPx}px, transparent 0)`,
    backgroundSize: `${tileWidthPx + gapPx}px ${rowPx}px`,
  };
}

/**
 * Any number of poses as a grid: only what is in sight exists. One tab stop; arrows, Home, End and page keys move,
 * Enter or Space chooses.
 */
export function PoseGrid({
  shelf,
  scroller,
  chosenIds,
  favouriteIds,
  isPhone,
  onSight,
  onChoose,
  onToggleFavourite,
  onMoreLike,
  onEdit,
}: {
  shelf: PoseShelf;
  scroller: RefObject<HTMLElement | null>;
  chosenIds: readonly string[];
  favouriteIds: readonly string[];
  isPhone: boolean;
  onSight: (from: number, to: number) => void;
  onChoose: (poseId: string) => void;
  onToggleFavourite: (poseId: string) => void;
  onMoreLike: (poseId: string) => void;
  onEdit?: ((poseId: string) => void) | undefined;
}) {
  const { t } = useWords();
  const box = useRef<HTMLFieldSetElement>(null);
  const widthPx = useBoxWidth(box);
  const grid = tileGrid(widthPx, isPhone);
  const columns = [...Array(grid.columns).keys()];
  const [slots] = useState(() => new RowSlots());
  const [activeIndex, setActiveIndex] = useState(0);
  const active = Math.min(activeIndex, Math.max(0, shelf.total - 1));
  const activeRow = Math.floor(active / grid.columns);
  // The row of the tab stop stays: the keyboard is not lost when it is scrolled away, nor handed to another pose.
  const withActive = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (activeRow >= range.count || inSight.includes(activeRow)) return inSight;
      return [...inSight, activeRow].toSorted((a, b) => a - b);
    },
    [activeRow],
  );
  const rows = useVirtualizer({
    count: widthPx === 0 ? 0 : Math.ceil(shelf.total / grid.columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => grid.rowPx,
    overscan: OVERSCAN_ROWS,
    rangeExtractor: withActive,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  useEffect(() => {
    if (grid.rowPx > 0) rows.measure();
  }, [rows, grid.rowPx]);

  const isRushing = useRush(scroller);
  const items = rows.getVirtualItems().filter(({ index }) => !isRushing || slots.has(index));
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 };
  const from = Math.max(0, startIndex - OVERSCAN_ROWS) * grid.columns;
  const to = Math.min(shelf.total, (endIndex + OVERSCAN_ROWS + 1) * grid.columns) - 1;
  useEffect(() => {
    if (!isRushing) onSight(from, to);
  }, [onSight, from, to, isRushing]);
  const places = slots.take(items.map(({ index }) => index));
  const shown = items.map((row, at) => ({ row, slot: places[at] ?? at }));
  // Rows are moved in the document only at rest, into the order they are read in: moving one draws it anew.
  if (rows.isScrolling) shown.sort((a, b) => a.slot - b.slot);

  const wantsFocus = useRef(false);
  // The tile a key moved to may be drawn only after the scroll it caused.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const tile = box.current?.querySelector<HTMLElement>(`[data-place="${active}"] button`);
    if (tile === null || tile === undefined) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = tileAfter(active, event.key, grid.columns, shelf.total);
    if (next === active) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActiveIndex(next);
    rows.scrollToIndex(Math.floor(next / grid.columns));
  };

  return (
    <fieldset
      ref={box}
      aria-label={t({ en: 'Poses', id: 'Pose' })}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const place = event.target.closest<HTMLElement>('[data-place]')?.dataset.place;
        if (place !== undefined) setActiveIndex(Number(place));
      }}
      className="mx-0 mt-1.5 mb-0 min-w-0 border-0 p-0"
    >
      {/* A set lays out all it holds when one row comes; a plain box only that row. */}
      <div
        className="relative contain-layout contain-style"
        style={{ height: rows.getTotalSize(), ...(isRushing && emptyTiles(grid)) }}
      >
        {shown.map(({ row, slot }) => (
          <div
            key={slot}
            // A row of known size is laid out by itself: the page around it is left alone while it scrolls by.
            className="absolute inset-x-0 top-0 flex gap-3 contain-layout contain-size contain-style phone:gap-2"
            style={{
              translate: `0 ${row.start - rows.options.scrollMargin}px`,
              height: grid.rowPx,
            }}
          >
            {columns.map((column) => {
              const index = row.index * grid.columns + column;
              if (index >= shelf.total) return null;
              const pose = shelf.poseAt(index);
              return (
                <PoseCell
                  key={column}
                  place={index}
                  pose={pose}
                  widthPx={grid.tileWidthPx}
                  isChosen={pose !== undefined && chosenIds.includes(pose.id)}
                  isFavourite={pose !== undefined && favouriteIds.includes(pose.id)}
                  isTabStop={index === active}
                  onChoose={onChoose}
                  onToggleFavourite={onToggleFavourite}
                  onMoreLike={onMoreLike}
                  onEdit={onEdit}
                />
              );
            })}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
