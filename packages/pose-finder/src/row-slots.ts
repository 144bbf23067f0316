/**
 * Gives rows that come into sight the places of rows that left it, so that what is drawn for one is kept and filled
 * anew. A row keeps its slot for as long as it is shown.
 */
export class RowSlots {
  private slots: (number | undefined)[] = [];

  /** Whether a row is drawn already. */
  has(row: number): boolean {
    return this.slots.includes(row);
  }

  /** @returns the slot of each row, in the order the rows were given */
  take(rows: readonly number[]): number[] {
    const shown = new Set(rows);
    this.slots = this.slots.map((row) => (row !== undefined && shown.has(row) ? row : undefined));
    return rows.map((row) => {
      const kept = this.slots.indexOf(row);
      if (kept >= 0) return kept;
      const free = this.slots.indexOf(undefined);
      const slot = free >= 0 ? free : this.slots.length;
      this.slots[slot] = row;
      return slot;
    });
  }
}
