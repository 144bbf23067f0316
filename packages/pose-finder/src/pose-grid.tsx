import { useBoxWidth, useWords } from '@lumiku/ui-kit';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { PoseCell } from './pose-cell.tsx';
import { tileAfter, tileGrid } from './tile-grid.ts';
import type { PoseShelf } from './use-poses.ts';

/** Rows beyond the edge that are drawn already, so that a quick flick shows no gaps. */
const OVERSCAN_ROWS = 3;

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
  const rows = useVirtualizer({
    count: widthPx === 0 ? 0 : Math.ceil(shelf.total / grid.columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => grid.rowPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  useEffect(() => {
    if (grid.rowPx > 0) rows.measure();
  }, [rows, grid.rowPx]);

  const shown = rows.getVirtualItems();
  const from = (shown[0]?.index ?? 0) * grid.columns;
  const to = ((shown.at(-1)?.index ?? 0) + 1) * grid.columns - 1;
  useEffect(() => onSight(from, to), [onSight, from, to]);

  const [activeIndex, setActiveIndex] = useState(0);
  const wantsFocus = useRef(false);
  const active = Math.min(activeIndex, Math.max(0, shelf.total - 1));
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
        style={{ height: rows.getTotalSize() }}
      >
        {shown.map((row) => (
          <div
            key={row.key}
            // A row of known size is laid out by itself: the page around it is left alone while it scrolls by.
            className="absolute inset-x-0 flex gap-3 contain-layout contain-size contain-style phone:gap-2"
            style={{ top: row.start - rows.options.scrollMargin, height: grid.rowPx }}
          >
            {Array.from({ length: grid.columns }, (_, column) => {
              const index = row.index * grid.columns + column;
              if (index >= shelf.total) return null;
              const pose = shelf.poseAt(index);
              return (
                <PoseCell
                  key={pose?.id ?? `place ${index}`}
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
                  side={shelf.sideAt?.(index)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
