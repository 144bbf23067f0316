import { PoseJoints } from '@lumiku/contract';
import type { PoseEditorState } from '../engine/pose-state.ts';

/** Thousandths of a millimetre of a person: enough to come back as it was. */
const DIGITS = 1e6;

function rounded(
  record: Readonly<Record<string, readonly number[]>>,
): Record<string, readonly number[]> {
  return Object.fromEntries(
    Object.entries(record).map(([name, numbers]) => [
      name,
      numbers.map((value) => Math.round(value * DIGITS) / DIGITS + 0),
    ]),
  );
}

/** The pose as the server keeps it. */
export function writePose(
  state: Pick<PoseEditorState, 'pose' | 'picture' | 'gender' | 'hidden'>,
): PoseJoints {
  const { joints, frames, hands, support, props } = state.pose;
  return PoseJoints.parse({
    joints: rounded(joints),
    frames: rounded(frames),
    hands,
    support,
    props,
    camera: state.picture,
    gender: state.gender,
    hidden: [...state.hidden],
  });
}
