/** Deletions a person can still take back. One entry per press of Delete; it may cover many pictures. */
export interface DelayedDeletions {
  /** Hides the ids now and deletes them when the time to undo is over. */
  begin(ids: readonly string[]): { undo(): void };
  /** Ids that are hidden: waiting, or being deleted. */
  hidden(): ReadonlySet<string>;
  /** Deletes everything still waiting at once: the person is leaving. */
  flush(): void;
  /** Calls back whenever `hidden()` changed. */
  subscribe(listener: () => void): () => void;
}

export interface DelayedDeletionsOptions {
  remove(id: string): Promise<void>;
  /** A picture that could not be deleted is shown again. */
  onFailed(id: string, cause: unknown): void;
  onRemoved(ids: readonly string[]): void;
  /** Runs `task` later and returns how to call it off. */
  schedule(task: () => void): () => void;
}

export function createDelayedDeletions(options: DelayedDeletionsOptions): DelayedDeletions {
  let hidden: ReadonlySet<string> = new Set();
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();

  const change = (next: ReadonlySet<string>) => {
    hidden = next;
    for (const listener of listeners) listener();
  };
  const show = (ids: readonly string[]) =>
    change(new Set([...hidden].filter((id) => !ids.includes(id))));

  async function removeAll(ids: readonly string[]): Promise<void> {
    const outcomes = await Promise.allSettled(ids.map((id) => options.remove(id)));
    const failed: string[] = [];
    outcomes.forEach((outcome, index) => {
      const id = ids[index];
      if (id === undefined || outcome.status === 'fulfilled') return;
      failed.push(id);
      options.onFailed(id, outcome.reason);
    });
    const removed = ids.filter((id) => !failed.includes(id));
    // Lists forget the removed ones first, or they would flash up again.
    if (removed.length > 0) options.onRemoved(removed);
    show(ids);
  }

  return {
    begin(ids) {
      change(new Set([...hidden, ...ids]));
      const run = () => {
        callOff();
        if (waiting.delete(run)) void removeAll(ids);
      };
      waiting.add(run);
      const callOff = options.schedule(run);
      return {
        undo() {
          if (!waiting.delete(run)) return;
          callOff();
          show(ids);
        },
      };
    },
    hidden: () => hidden,
    flush() {
      for (const run of [...waiting]) run();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
