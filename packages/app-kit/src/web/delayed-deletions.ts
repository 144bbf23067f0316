/** Deletions a person can still take back. One entry per press of Delete; it may cover many pictures. */
export interface DelayedDeletions {
  /** Hides the ids now; they are deleted by `commit`, shown again by `undo`, whichever comes first. */
  begin(ids: readonly string[]): DelayedDeletion;
  /** Ids that are hidden: waiting, or being deleted. The same set until it changes. */
  hidden(): ReadonlySet<string>;
  /** Deletes everything still waiting at once: the person is leaving. */
  flush(): void;
  /** Calls back whenever `hidden()` changed. */
  subscribe(listener: () => void): () => void;
}

export interface DelayedDeletion {
  commit(): void;
  undo(): void;
}

export interface DelayedDeletionsOptions {
  remove(id: string): Promise<void>;
  /** A picture that could not be deleted is shown again. */
  onFailed(id: string, cause: unknown): void;
  onRemoved(ids: readonly string[]): void;
}

/** More messages with Undo than these do not fit the screen: what lost its message can no longer be taken back. */
const WAITING_MAX = 2;

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
      const commit = () => {
        if (waiting.delete(commit)) void removeAll(ids);
      };
      waiting.add(commit);
      for (const oldest of [...waiting].slice(0, -WAITING_MAX)) oldest();
      return {
        commit,
        undo() {
          if (waiting.delete(commit)) show(ids);
        },
      };
    },
    hidden: () => hidden,
    flush() {
      for (const commit of [...waiting]) commit();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
