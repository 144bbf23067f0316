import type { ApiFault } from '@lumiku/app-kit/web';
import type { Avatar, PreviewState } from '../../contract.ts';
import type { Draft } from './draft.ts';

/** Work that is going on now. Times are this browser's clock, in ms. */
export interface PreviewMaking {
  /** Null until the server has accepted it. */
  previewId: string | null;
  /** 0..1; null = nobody knows. */
  fraction: number | null;
  stage: string | null;
  /** What the picture looks like so far, from engines that show it. */
  frameUrl: string | null;
  /** 1 = next; null when it is not waiting. */
  queuePosition: number | null;
  startedAtMs: number;
  isCancelling: boolean;
}

/** What went wrong, and until when trying again is useless. */
export interface PreviewFault {
  fault: ApiFault;
  during: 'generate' | 'save';
  /** This browser's clock, in ms; null when it can be tried at once. */
  waitUntilMs: number | null;
}

/** Two phases: words, then pictures to look at, of which one may be saved. */
export interface PreviewStore {
  projectId: string | null;
  phase: 'words' | 'look';
  draft: Draft;
  /** Finished ones, in the order they were made. */
  previews: readonly PreviewState[];
  shownId: string | null;
  /** Side by side; empty when not comparing. */
  comparedIds: readonly string[];
  name: string;
  making: PreviewMaking | null;
  problem: PreviewFault | null;
  isSaving: boolean;

  /** Begins in an album, with the previews it still has. */
  open(projectId: string, phase: 'words' | 'look'): Promise<void>;
  edit(change: Partial<Draft>): void;
  setName(name: string): void;
  goTo(phase: 'words' | 'look'): void;
  show(previewId: string): void;
  compare(previewIds: readonly string[]): void;
  /** Free; asks with the draft as it is now and follows it to its end. */
  generatePreview(): Promise<void>;
  /** The words and choices of the preview shown, with another seed. */
  regenerate(): Promise<void>;
  /** Stops what is in the making; what was there before is shown again. */
  cancelPreview(): Promise<void>;
  /** Saves the preview shown under the name; null when it could not be, and `problem` says why. */
  savePreview(): Promise<Avatar | null>;
  /** Forgets everything but the draft; what the server keeps stays there until its hour is over. */
  clearPreview(): void;
}

/** Whether closing would put something out of sight that was neither saved nor over. */
export function hasUnsaved(
  { previews, making }: Pick<PreviewStore, 'previews' | 'making'>,
  nowMs: number,
): boolean {
  return making !== null || previews.some((preview) => isSavable(preview, nowMs));
}

export function isExpired(preview: PreviewState, nowMs: number): boolean {
  return new Date(preview.expiresAt).getTime() <= nowMs;
}

export function isSavable(preview: PreviewState, nowMs: number): boolean {
  return preview.avatarId === null && !isExpired(preview, nowMs);
}
