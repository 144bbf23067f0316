import type { Words } from '@lumiku/contract';

/** Steps that can be taken back and taken again, the latest last. */
export interface History<Snapshot> {
  readonly past: readonly PastStep<Snapshot>[];
  readonly future: readonly { readonly after: Snapshot; readonly words: Words }[];
}

interface PastStep<Snapshot> {
  readonly before: Snapshot;
  readonly words: Words;
  readonly key: string;
}

interface Moved<Snapshot> {
  readonly history: History<Snapshot>;
  readonly snapshot: Snapshot;
}

const STEPS_MAX = 200;

export function emptyHistory<Snapshot>(): History<Snapshot> {
  return { past: [], future: [] };
}

/**
 * Notes what was before a change. A change that `joins` the one before, of the same key, is the same step: an arrow
 * key held down is taken back at once.
 */
export function noteStep<Snapshot>(
  history: History<Snapshot>,
  before: Snapshot,
  words: Words,
  { key, joins }: { key: string; joins: boolean },
): History<Snapshot> {
  if (joins && key !== '' && history.past.at(-1)?.key === key) {
    return { past: history.past, future: [] };
  }
  return { past: [...history.past, { before, words, key }].slice(-STEPS_MAX), future: [] };
}

export function stepBack<Snapshot>(
  { past, future }: History<Snapshot>,
  now: Snapshot,
): Moved<Snapshot> | null {
  const step = past.at(-1);
  if (!step) return null;
  return {
    history: {
      past: past.slice(0, -1),
      future: [...future, { after: now, words: step.words }],
    },
    snapshot: step.before,
  };
}

export function stepForward<Snapshot>(
  { past, future }: History<Snapshot>,
  now: Snapshot,
): Moved<Snapshot> | null {
  const step = future.at(-1);
  if (!step) return null;
  return {
    history: {
      // Without a key, so that nothing joins a step taken again.
      past: [...past, { before: now, words: step.words, key: '' }],
      future: future.slice(0, -1),
    },
    snapshot: step.after,
  };
}
