import type { PoseJoints } from '@lumiku/contract';

/** A pose on its way into the editor: found in a photo, sketched, or read from a file. */
export interface OpenedPose {
  readonly joints: PoseJoints;
  readonly name: string;
}

let opened: OpenedPose | null = null;

/** Hands a pose, or none, to the editor's screen, which is another page; a reload there begins from scratch. */
export function openInEditor(pose: OpenedPose | null): void {
  opened = pose;
}

/** The pose that was handed over last, for as long as the page lives. */
export function openedPose(): OpenedPose | null {
  return opened;
}
