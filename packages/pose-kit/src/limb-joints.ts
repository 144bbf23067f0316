import type { Side } from './side.ts';
import type { JointName, SolvedPose, Vec3 } from './solved-pose.ts';

interface ArmPoints {
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly knuckles: Vec3;
}

interface LegPoints {
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly toe: Vec3;
}

type LimbJoint = Extract<
  JointName,
  `${Side}${'Shoulder' | 'Elbow' | 'Wrist' | 'Hand' | 'Hip' | 'Knee' | 'Ankle' | 'Toe'}`
>;

/** The joints of both arms and both legs by the names they have in a pose. */
export function limbJoints(
  arms: Readonly<Record<Side, ArmPoints>>,
  legs: Readonly<Record<Side, LegPoints>>,
): Pick<SolvedPose['joints'], LimbJoint> {
  return {
    leftShoulder: arms.left.shoulder,
    leftElbow: arms.left.elbow,
    leftWrist: arms.left.wrist,
    leftHand: arms.left.knuckles,
    rightShoulder: arms.right.shoulder,
    rightElbow: arms.right.elbow,
    rightWrist: arms.right.wrist,
    rightHand: arms.right.knuckles,
    leftHip: legs.left.hip,
    leftKnee: legs.left.knee,
    leftAnkle: legs.left.ankle,
    leftToe: legs.left.toe,
    rightHip: legs.right.hip,
    rightKnee: legs.right.knee,
    rightAnkle: legs.right.ankle,
    rightToe: legs.right.toe,
  };
}
