import { COCO18_MIRRORED } from './keypoint-maps.ts';
import {
  FRAME_NAMES,
  type FrameName,
  JOINT_NAMES,
  type JointName,
  type Mat3,
  type SolvedPose,
  type Vec3,
} from './solved-pose.ts';

function otherName(name: string): string {
  if (name.startsWith('left')) return `right${name.slice(4)}`;
  return name.startsWith('right') ? `left${name.slice(5)}` : name;
}

function isJoint(name: string): name is JointName {
  return JOINT_NAMES.some((joint) => joint === name);
}
function isFrame(name: string): name is FrameName {
  return FRAME_NAMES.some((frame) => frame === name);
}

/** Mirrors the axes and turns the sideways one back, so that the frame stays right-handed. */
function mirrorFrame(m: Mat3): Mat3 {
  return [m[0], -m[1], -m[2], -m[3], m[4], m[5], -m[6], m[7], m[8]];
}

/** The pose with left and right exchanged. Mirroring twice gives the pose back. */
export function mirrorSolvedPose(pose: SolvedPose): SolvedPose {
  const joints: Record<JointName, Vec3> = { ...pose.joints };
  for (const name of JOINT_NAMES) {
    const other = otherName(name);
    if (!isJoint(other)) continue;
    const [x, y, z] = pose.joints[other];
    joints[name] = [0 - x, y, z];
  }
  const frames: Record<FrameName, Mat3> = { ...pose.frames };
  for (const name of FRAME_NAMES) {
    const other = otherName(name);
    if (isFrame(other)) frames[name] = mirrorFrame(pose.frames[other]);
  }
  return {
    ...pose,
    joints,
    frames,
    hands: { left: pose.hands.right, right: pose.hands.left },
    ...(pose.hidden && { hidden: pose.hidden.map((point) => COCO18_MIRRORED[point] ?? point) }),
  };
}
