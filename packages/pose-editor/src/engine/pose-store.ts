import type { PoseJoints, Words } from '@lumiku/contract';
import { poseOf } from '../puppet/pose-of.ts';
import type { Puppet } from '../puppet/puppet.ts';
import { emptyHistory, type History, noteStep, stepBack, stepForward } from './history.ts';
import type { PoseEditorState, Snapshot } from './pose-state.ts';

/** Keys pressed again within this time are one step of undo. */
const JOIN_WITHIN_MS = 700;

/** The state of one editor with its history; everything that changes a pose goes through `step` or a gesture. */
export class PoseStore {
  #state: PoseEditorState;
  #saved: Snapshot;
  #history: History<Snapshot> = emptyHistory();
  #gesture: Snapshot | null = null;
  #lastStepAt = Number.NEGATIVE_INFINITY;
  readonly #listeners = new Set<() => void>();

  constructor(first: Snapshot, gender: PoseJoints['gender']) {
    this.#saved = first;
    this.#state = {
      ...first,
      pose: poseOf(first.puppet),
      selected: null,
      tool: 'move',
      pins: new Set(),
      keepsFeet: true,
      hasLimits: true,
      showsBody: true,
      strain: null,
      undoWords: null,
      redoWords: null,
      isChanged: false,
      gender,
    };
  }

  get state(): PoseEditorState {
    return this.#state;
  }

  /** Where the running gesture began; null between gestures. */
  get gesture(): Puppet | null {
    return this.#gesture?.puppet ?? null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(next: Partial<PoseEditorState>): void {
    const before = this.#state;
    const merged = { ...before, ...next };
    const saved = this.#saved;
    this.#state = {
      ...merged,
      pose: merged.puppet === before.puppet ? before.pose : poseOf(merged.puppet),
      undoWords: this.#history.past.at(-1)?.words ?? null,
      redoWords: this.#history.future.at(-1)?.words ?? null,
      isChanged:
        merged.puppet !== saved.puppet ||
        merged.hidden !== saved.hidden ||
        merged.picture !== saved.picture,
    };
    for (const listener of this.#listeners) listener();
  }

  /** A change that can be taken back. Steps of one `key` that follow each other quickly are one. */
  step(
    next: Partial<Snapshot>,
    words: Words,
    options: { key?: string; also?: Partial<PoseEditorState> } = {},
  ): void {
    const now = performance.now();
    const joins = now - this.#lastStepAt < JOIN_WITHIN_MS;
    this.#lastStepAt = now;
    const key = options.key ?? '';
    this.#history = noteStep(this.#history, this.#snapshot(), words, { key, joins });
    this.change({ strain: null, ...next, ...options.also });
  }

  beginGesture(): Puppet {
    this.#gesture = this.#snapshot();
    return this.#gesture.puppet;
  }

  /** What the gesture changed becomes one step. */
  endGesture(words: Words): void {
    const began = this.#gesture;
    this.#gesture = null;
    if (began && began.puppet !== this.#state.puppet) {
      this.#history = noteStep(this.#history, began, words, { key: '', joins: false });
    }
    this.change({ strain: null });
  }

  abandonGesture(): void {
    const began = this.#gesture;
    this.#gesture = null;
    if (began) this.change({ ...began, strain: null });
  }

  undo(): void {
    this.#move(stepBack);
  }

  redo(): void {
    this.#move(stepForward);
  }

  markSaved(): void {
    this.#saved = this.#snapshot();
    this.change({});
  }

  #move(by: typeof stepBack<Snapshot>): void {
    if (this.#gesture) return;
    const moved = by(this.#history, this.#snapshot());
    if (!moved) return;
    this.#history = moved.history;
    this.change({ ...moved.snapshot, strain: null });
  }

  #snapshot(): Snapshot {
    const { puppet, hidden, picture } = this.#state;
    return { puppet, hidden, picture };
  }
}
