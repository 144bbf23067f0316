/** Pictures of one calendar day where the person is, newest first. */
export interface Day<Item> {
  /** `2026-11-21`, in local time. */
  key: string;
  at: Date;
  items: Item[];
}

/** Groups a newest-first list by local day; the order inside a day stays. */
export function byDay<Item>(items: readonly Item[], timeOf: (item: Item) => string): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const at = new Date(timeOf(item));
    const key = localDay(at);
    const open = days.at(-1);
    if (open?.key === key) open.items.push(item);
    else days.push({ key, at, items: [item] });
  }
  return days;
}

function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
