import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import {
  extendTo,
  type GridPlace,
  keepOnly,
  neighbour,
  nothingSelected,
  type Selection,
  selectAll,
  toggle,
} from './selection.ts';

export interface SelectionControl {
  ids: ReadonlySet<string>;
  /** In this mode pressing a picture chooses it instead of opening it. */
  isSelecting: boolean;
  setSelecting(isSelecting: boolean): void;
  clear(): void;
  /** The round mark, or a long press: chooses; with Shift, everything up to there. */
  onMark(id: string, event?: { shiftKey: boolean }): void;
  /** The picture itself. */
  onPicture(id: string, event: MouseEvent): void;
  /** Arrows move, Space chooses, Shift-arrows choose on the way, Ctrl-A all, Escape none. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** @param places the pictures as they stand; @param moveTo brings the keyboard to one of them. */
export function useSelection(
  places: readonly GridPlace[],
  moveTo: (place: GridPlace) => void,
  onDelete: (ids: readonly string[]) => void,
): SelectionControl {
  const [chosen, setChosen] = useState<Selection>(nothingSelected);
  const [isAsked, setAsked] = useState(false);
  const order = useMemo(() => places.map((place) => place.id), [places]);
  const selection = useMemo(() => keepOnly(chosen, order), [chosen, order]);
  const isSelecting = isAsked || selection.ids.size > 0;

  const clear = () => {
    setChosen(nothingSelected);
    setAsked(false);
  };
  const onMark = (id: string, event?: { shiftKey: boolean }) =>
    setChosen(event?.shiftKey ? extendTo(selection, order, id) : toggle(selection, id));

  const move = (id: string, event: KeyboardEvent) => {
    const nextId = neighbour(places, id, event.key);
    const next = places.find((place) => place.id === nextId);
    if (next === undefined || nextId === id) return;
    event.preventDefault();
    if (event.shiftKey) {
      const from = selection.anchor === null ? toggle(selection, id) : selection;
      setChosen(extendTo(from, order, nextId));
    }
    moveTo(next);
  };

  return {
    ids: selection.ids,
    isSelecting,
    setSelecting: (next) => (next ? setAsked(true) : clear()),
    clear,
    onMark,
    onPicture(id, event) {
      const wantsSelection = isSelecting || event.shiftKey;
      // Ctrl and ⌘ keep their meaning: open in a new tab.
      if (!wantsSelection || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onMark(id, event);
    },
    onKeyDown(event) {
      if (event.key === 'Escape' && isSelecting) return clear();
      if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return setChosen(selectAll(order));
      }
      if (event.key === 'Delete' && selection.ids.size > 0) {
        onDelete([...selection.ids]);
        return clear();
      }
      const target = event.target instanceof HTMLElement ? event.target : null;
      const id = target?.closest<HTMLElement>('[data-tile]')?.dataset.tile;
      if (id === undefined) return;
      if (event.key === ' ' && target?.tagName === 'A') {
        event.preventDefault();
        onMark(id, event);
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
        move(id, event);
      }
    },
  };
}
