/** Which pictures are chosen, and from where a range starts. Ids are in no order of their own: the grid gives it. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** Chooses or lets go of one; it becomes the start of the next range. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Adds everything from the anchor to `id`, both included, in the order shown. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return toggle(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}

export function selectAll(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order[0] ?? null };
}

/** Forgets what is no longer there, so that the count never speaks of gone pictures. */
export function keepOnly(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  if (ids.size === selection.ids.size) return selection;
  const anchor = selection.anchor !== null && there.has(selection.anchor) ? selection.anchor : null;
  return { ids, anchor };
}

/** A tile of the grid, for moving about with arrows: its row and the middle of it, in pixels. */
export interface GridPlace {
  id: string;
  row: number;
  middlePx: number;
}

/** Where an arrow, Home or End leads from `id`; the same place when there is nothing that way. */
export function neighbour(places: readonly GridPlace[], id: string, key: string): string {
  const index = places.findIndex((place) => place.id === id);
  const here = places[index];
  if (here === undefined) return places[0]?.id ?? id;
  if (key === 'ArrowLeft') return places[index - 1]?.id ?? id;
  if (key === 'ArrowRight') return places[index + 1]?.id ?? id;
  if (key === 'Home') return places[0]?.id ?? id;
  if (key === 'End') return places.at(-1)?.id ?? id;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return id;
  const row = here.row + (key === 'ArrowUp' ? -1 : 1);
  let best = id;
  let bestPx = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = Math.abs(place.middlePx - here.middlePx);
    if (place.row === row && distance < bestPx) {
      best = place.id;
      bestPx = distance;
    }
  }
  return best;
}
