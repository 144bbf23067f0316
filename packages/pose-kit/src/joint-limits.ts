import { apply, column, multiply, transpose, turnOf } from './mat3.ts';
import { degreesOver, type PoseProblem } from './pose-problem.ts';
import type { PoseSpec } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import { outwardSign, SIDES, type Side } from './side.ts';
import { upperArmInChest } from './solve-arm.ts';
import type { PoseAnatomy } from './solve-pose.ts';
import type { Vec3 } from './solved-pose.ts';
import { degreesBetween, subtract, unit } from './vec3.ts';

type Range = readonly [least: number, most: number];

/** Goniometry means (AAOS, AMA, Boone and Azen) kept to what looks at ease; `folded` is for sitting low. */
const LIMITS = [
  { motion: 'knee flexion', ease: [-1, 135], folded: [-1, 152] },
  { motion: 'hip flexion', ease: [-25, 115], folded: [-20, 135] },
  { motion: 'hip abduction', ease: [-20, 45], folded: [-45, 78] },
  { motion: 'ankle dorsiflexion', ease: [-62, 30], folded: [-90, 40] },
  { motion: 'foot turn on the shin', ease: [-45, 45], folded: [-60, 60] },
  { motion: 'elbow flexion', ease: [0, 150], folded: [0, 150] },
  { motion: 'shoulder elevation', ease: [0, 172], folded: [0, 172] },
  { motion: 'shoulder extension', ease: [-180, 55], folded: [-180, 60] },
  { motion: 'wrist bend', ease: [0, 65.1], folded: [0, 65.1] },
  { motion: 'forearm turn', ease: [-88.1, 88.1], folded: [-88.1, 88.1] },
  { motion: 'spine turn', ease: [-35, 35], folded: [-35, 35] },
  { motion: 'spine bend forward', ease: [-22, 45], folded: [-22, 55] },
  { motion: 'spine bend sideways', ease: [-21, 21], folded: [-21, 21] },
  { motion: 'neck turn', ease: [-65, 65], folded: [-65, 65] },
  { motion: 'neck bend forward', ease: [-30, 35], folded: [-40, 35] },
  { motion: 'neck tilt', ease: [-20, 20], folded: [-20, 20] },
  { motion: 'spine and neck turn together', ease: [-110, 110], folded: [-110, 110] },
] as const satisfies readonly { motion: string; ease: Range; folded: Range }[];

type Motion = (typeof LIMITS)[number]['motion'];
/** Hips below this are sitting low, crouching or kneeling. */
const FOLDED_BELOW = 0.35;

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function legAngles(anatomy: PoseAnatomy, side: Side): Partial<Record<Motion, number>> {
  const k = outwardSign(side);
  const leg = anatomy.legs[side];
  const thigh = unit(subtract(leg.knee, leg.hip));
  const [x, y, z] = apply(transpose(anatomy.trunk.frames.pelvis), thigh);
  const toes = apply(transpose(leg.shin), column(leg.foot, 2));
  return {
    'knee flexion': degreesBetween(thigh, subtract(leg.ankle, leg.knee)),
    'hip flexion': toDegrees(Math.atan2(z, Math.abs(y) < 1e-6 && z < 0 ? 1e-6 : -y)),
    'hip abduction': toDegrees(Math.atan2(k * x, Math.hypot(y, z))),
    'ankle dorsiflexion': toDegrees(Math.atan2(toes[1], Math.hypot(toes[0], toes[2]))),
    'foot turn on the shin': toDegrees(Math.atan2(k * toes[0], Math.max(1e-6, Math.abs(toes[2])))),
  };
}

function armAngles(anatomy: PoseAnatomy, side: Side): Partial<Record<Motion, number>> {
  const arm = anatomy.arms[side];
  const upper: Vec3 = upperArmInChest(arm, anatomy.trunk.frames.chest);
  const elevation = degreesBetween([0, -1, 0], upper);
  // Behind the body only: a raised arm a little behind the ear is elevation, not extension.
  const behind =
    upper[1] < 0.1 ? toDegrees(Math.atan2(-upper[2], Math.hypot(upper[0], upper[1]))) : 0;
  return {
    'shoulder elevation': elevation,
    'shoulder extension': behind,
    'elbow flexion': degreesBetween(
      subtract(arm.elbow, arm.shoulder),
      subtract(arm.wrist, arm.elbow),
    ),
    'wrist bend': arm.wristBend,
    'forearm turn': arm.pronation,
  };
}

function trunkAngles(anatomy: PoseAnatomy): Partial<Record<Motion, number>> {
  const { pelvis, chest, head } = anatomy.trunk.frames;
  const spine = turnOf(multiply(transpose(pelvis), chest));
  const neck = turnOf(multiply(transpose(chest), head));
  return {
    'spine turn': spine.yaw,
    'spine bend forward': spine.pitch,
    'spine bend sideways': spine.roll,
    'neck turn': neck.yaw,
    'neck bend forward': neck.pitch,
    'neck tilt': neck.roll,
    'spine and neck turn together': spine.yaw + neck.yaw,
  };
}

/** Joints that are turned further than a person at ease would turn them. */
export function jointLimitProblems(
  { support }: Pick<PoseSpec, 'support'>,
  anatomy: PoseAnatomy,
  rig: Rig,
): PoseProblem[] {
  const isFolded = support === 'floor' || anatomy.trunk.joints.pelvis[1] < FOLDED_BELOW;
  const problems: PoseProblem[] = [];
  const judge = (angles: Partial<Record<Motion, number>>, prefix: string): void => {
    for (const limit of LIMITS) {
      const { motion } = limit;
      const value = angles[motion];
      if (value === undefined) continue;
      const [least, most] = limit[isFolded ? 'folded' : 'ease'];
      const part = `${prefix}${motion}`;
      if (value > most + rig.suppleDegrees) problems.push(degreesOver(part, value, most));
      if (value < least - rig.suppleDegrees) problems.push(degreesOver(part, -value, -least));
    }
  };
  for (const side of SIDES) {
    judge(legAngles(anatomy, side), `${side} `);
    judge(armAngles(anatomy, side), `${side} `);
  }
  judge(trunkAngles(anatomy), '');
  return problems;
}
