import type { PoseJoints, PoseViewpoint, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';
import type { Handle } from '../puppet/handles.ts';
import type { Strain } from '../puppet/limits.ts';
import type { Puppet } from '../puppet/puppet.ts';

export type Tool = 'move' | 'rotate';

/** What undo brings back. */
export interface Snapshot {
  readonly puppet: Puppet;
  /** Points of COCO-18, by number, that are not drawn. */
  readonly hidden: readonly number[];
  /** From where the picture sees the pose. */
  readonly picture: PoseViewpoint;
}

/** Everything there is to show; a new object whenever something changed, so that React can compare. */
export interface PoseEditorState extends Snapshot {
  readonly pose: SolvedPose;
  readonly selected: Handle | null;
  readonly tool: Tool;
  /** Wrists and ankles that stay where they are. */
  readonly pins: ReadonlySet<Handle>;
  readonly keepsFeet: boolean;
  /** Joints resist at their limits. */
  readonly hasLimits: boolean;
  readonly showsBody: boolean;
  /** A joint that resists right now. */
  readonly strain: Strain | null;
  /** What undo would take back. */
  readonly undoWords: Words | null;
  readonly redoWords: Words | null;
  /** Something is different from what was opened or saved last. */
  readonly isChanged: boolean;
  readonly gender: PoseJoints['gender'];
}
