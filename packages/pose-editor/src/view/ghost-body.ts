import type { SolvedPose, Vec3 } from '@lumiku/pose-kit';
import { apply, column, transpose } from '@lumiku/pose-kit/mat3';
import { add, between, cross, norm, scale, subtract, unit } from '@lumiku/pose-kit/vec3';
import { outwardSign, SIDES, type Side } from '../puppet/puppet.ts';

/** One cross-section of a part of the body: an ellipse in the world. */
export interface Ring {
  readonly at: Vec3;
  readonly across: Vec3;
  readonly ahead: Vec3;
  readonly halfWidth: number;
  readonly halfDepth: number;
}

/** A part of the ghost from end to end; the same number of rings in every pose. */
export type Tube = readonly Ring[];

type Place = readonly [share: number, radius: number];

const UPPER_ARM: readonly Place[] = [
  [-0.19, 0.006],
  [-0.15, 0.019],
  [-0.06, 0.0305],
  [0.08, 0.0345],
  [0.25, 0.0325],
  [0.5, 0.0285],
  [0.8, 0.0255],
];
const FOREARM: readonly Place[] = [
  [0.2, 0.0265],
  [0.45, 0.0235],
  [0.75, 0.0178],
  [0.95, 0.0148],
  [1.04, 0.014],
];
const THIGH: readonly Place[] = [
  [-0.18, 0.03],
  [-0.1, 0.047],
  [0.06, 0.0575],
  [0.2, 0.0575],
  [0.34, 0.054],
  [0.6, 0.046],
  [0.88, 0.0375],
];
const SHIN: readonly Place[] = [
  [0.12, 0.036],
  [0.3, 0.0385],
  [0.55, 0.031],
  [0.8, 0.0228],
  [0.97, 0.0205],
  [1.05, 0.018],
];
/** How far a limb's middle line is rounded around its joint, statures. */
const ROUNDED = 0.035;

function limb(
  root: Vec3,
  middle: Vec3,
  end: Vec3,
  front: Vec3,
  parts: readonly [readonly Place[], readonly Place[]],
): Ring[] {
  const [first, second] = [subtract(middle, root), subtract(end, middle)];
  const place = (from: Vec3, along: Vec3, [share, radius]: Place): Ring =>
    ringOn(add(from, scale(along, share)), along, front, radius, radius);
  const joint = (t: number, radius: number): Ring => {
    const before = subtract(middle, scale(unit(first), ROUNDED));
    const after = add(middle, scale(unit(second), ROUNDED));
    const at = between(between(before, middle, t), between(middle, after, t), t);
    const along = add(scale(unit(first), 1 - t), scale(unit(second), t));
    return ringOn(at, along, front, radius, radius);
  };
  const thick = ((parts[0].at(-1)?.[1] ?? 0) + (parts[1][0]?.[1] ?? 0)) / 2;
  return [
    ...parts[0].map((one) => place(root, first, one)),
    ...[0.15, 0.5, 0.85].map((t) => joint(t, thick)),
    ...parts[1].map((one) => place(middle, second, one)),
  ];
}

function ringOn(at: Vec3, along: Vec3, front: Vec3, halfWidth: number, halfDepth: number): Ring {
  const up = unit(along);
  const sideways = cross(front, up);
  const across = norm(sideways) < 1e-6 ? unit(cross([1, 0.3, 0.2], up)) : unit(sideways);
  return { at, across, ahead: cross(up, across), halfWidth, halfDepth };
}

function trunk(pose: SolvedPose, gender: 'female' | 'male' | 'any'): Ring[] {
  const { joints, frames } = pose;
  const hips = { female: 1.07, any: 1.02, male: 0.98 }[gender];
  const waist = { female: 0.92, any: 0.97, male: 1.04 }[gender];
  const chest = { female: 0.95, any: 1, male: 1.06 }[gender];
  const on = (
    part: 'pelvis' | 'waist' | 'chest' | 'neck',
    [x, y, z]: Vec3,
    halfWidth: number,
    halfDepth: number,
    origin: Vec3 = joints[part],
  ): Ring => ({
    at: add(origin, apply(frames[part], [x, y, z])),
    across: column(frames[part], 0),
    ahead: column(frames[part], 2),
    halfWidth,
    halfDepth,
  });
  const bust = gender === 'female' ? 0.012 : 0.004;
  const shoulders = between(joints.leftShoulder, joints.rightShoulder, 0.5);
  return [
    on('pelvis', [0, -0.082, -0.004], 0.012, 0.012),
    on('pelvis', [0, -0.07, -0.004], 0.048, 0.046),
    on('pelvis', [0, -0.035, -0.006], 0.096 * hips, 0.068),
    on('pelvis', [0, 0.005, -0.004], 0.1 * hips, 0.069),
    on('pelvis', [0, 0.045, 0], 0.087 * hips, 0.06),
    on('waist', [0, 0, 0], 0.074 * waist, 0.052),
    on('waist', [0, 0.045, 0.002], 0.077 * chest, 0.055),
    on('chest', [0, 0, 0.002 + bust / 2], 0.086 * chest, 0.06 + bust / 2),
    on('chest', [0, 0.035, 0.003 + bust / 2], 0.09 * chest, 0.062 + bust / 2),
    on('chest', [0, 0.065, 0], 0.088 * chest, 0.055),
    on('chest', [0, 0.0, -0.002], 0.076 * chest, 0.042, shoulders),
    on('chest', [0, 0.022, -0.004], 0.05, 0.033, shoulders),
    on('neck', [0, 0.004, 0], 0.031, 0.03),
    on('neck', [0, 0.03, 0.005], 0.0275, 0.029),
    on('neck', [0, 0.062, 0.014], 0.027, 0.029),
  ];
}

/** The slope from neck to shoulder tips, across: it goes wherever the collar bones lift them. */
function yoke({ joints, frames }: SolvedPose): Ring[] {
  const middle = add(joints.neck, apply(frames.chest, [0, -0.012, -0.004]));
  const side = (tip: Vec3, share: number, radius: number): Ring => {
    const sagging = Math.sin(share * Math.PI) * -0.003;
    const at = add(between(middle, tip, share), apply(frames.chest, [0, sagging, 0]));
    return ringOn(at, subtract(tip, middle), column(frames.chest, 2), radius, radius);
  };
  const half = (tip: Vec3): Ring[] => [
    side(tip, 1.08, 0.008),
    side(tip, 1.02, 0.022),
    side(tip, 0.9, 0.029),
    side(tip, 0.6, 0.031),
    side(tip, 0.3, 0.033),
  ];
  const right = half(joints.rightShoulder).toReversed();
  // One tube from tip to tip: the second half runs the same way as the first.
  const turned = right.map((ring) => ({ ...ring, across: scale(ring.across, -1) }));
  return [...half(joints.leftShoulder), ...turned];
}

/** Height above the middle of the skull, forward, half width, half depth. */
const SKULL: readonly (readonly [up: number, forward: number, width: number, depth: number])[] = [
  [-0.061, 0.034, 0.004, 0.004],
  [-0.058, 0.03, 0.017, 0.018],
  [-0.047, 0.021, 0.029, 0.034],
  [-0.028, 0.01, 0.039, 0.049],
  [-0.004, 0.003, 0.0455, 0.0585],
  [0.02, -0.002, 0.0475, 0.061],
  [0.042, -0.004, 0.043, 0.0545],
  [0.058, -0.005, 0.031, 0.04],
  [0.067, -0.005, 0.016, 0.021],
  [0.07, -0.005, 0.002, 0.003],
];

function head({ joints, frames }: SolvedPose): Ring[] {
  return SKULL.map(([up, forward, halfWidth, halfDepth]) => ({
    at: add(joints.head, apply(frames.head, [0, up, forward])),
    across: column(frames.head, 0),
    ahead: column(frames.head, 2),
    halfWidth,
    halfDepth,
  }));
}

/** Along the fingers from the wrist, half width, half thickness, towards the palm. */
type HandRing = readonly [along: number, width: number, depth: number, palm: number];
const HANDS: Record<SolvedPose['hands']['left'], readonly HandRing[]> = {
  relaxed: [
    [-0.012, 0.0125, 0.0115, 0],
    [0.008, 0.0165, 0.0115, 0],
    [0.034, 0.0235, 0.0115, 0],
    [0.056, 0.0235, 0.0105, 0.002],
    [0.078, 0.0195, 0.009, 0.008],
    [0.096, 0.0145, 0.0075, 0.018],
    [0.104, 0.004, 0.003, 0.025],
  ],
  flat: [
    [-0.012, 0.0125, 0.0115, 0],
    [0.008, 0.0165, 0.0115, 0],
    [0.034, 0.0245, 0.011, 0],
    [0.056, 0.0245, 0.0095, 0],
    [0.08, 0.0215, 0.008, 0],
    [0.102, 0.0165, 0.0065, 0],
    [0.112, 0.004, 0.003, 0],
  ],
  fist: [
    [-0.012, 0.0125, 0.0115, 0],
    [0.008, 0.0165, 0.0125, 0],
    [0.032, 0.0225, 0.0155, 0.004],
    [0.05, 0.0235, 0.0185, 0.008],
    [0.062, 0.0225, 0.0185, 0.011],
    [0.071, 0.017, 0.014, 0.012],
    [0.075, 0.004, 0.004, 0.012],
  ],
  point: [
    [-0.012, 0.0125, 0.0115, 0],
    [0.008, 0.0165, 0.0125, 0],
    [0.032, 0.0225, 0.015, 0.003],
    [0.056, 0.0215, 0.0155, 0.005],
    [0.068, 0.011, 0.01, 0.001],
    [0.1, 0.0068, 0.0066, 0],
    [0.112, 0.002, 0.002, 0],
  ],
  grip: [
    [-0.012, 0.0125, 0.0115, 0],
    [0.008, 0.0165, 0.012, 0],
    [0.034, 0.0235, 0.0135, 0.003],
    [0.054, 0.0235, 0.0145, 0.008],
    [0.07, 0.021, 0.013, 0.018],
    [0.076, 0.018, 0.0115, 0.03],
    [0.074, 0.004, 0.003, 0.038],
  ],
};

function hand(pose: SolvedPose, side: Side): Ring[] {
  const frame = pose.frames[`${side}Hand`];
  const wrist = pose.joints[`${side}Wrist`];
  return HANDS[pose.hands[side]].map(([along, halfWidth, halfDepth, palm]) => ({
    at: add(wrist, apply(frame, [0, -along, -palm])),
    across: column(frame, 0),
    ahead: column(frame, 2),
    halfWidth,
    halfDepth,
  }));
}

function thumb(pose: SolvedPose, side: Side): Ring[] {
  const frame = pose.frames[`${side}Hand`];
  const wrist = pose.joints[`${side}Wrist`];
  // The thumb of a hand whose back looks outward is in front: -x on the left, +x on the right.
  const k = -outwardSign(side);
  const isOpen = pose.hands[side] === 'relaxed' || pose.hands[side] === 'flat';
  const tip: Vec3 = isOpen ? [k * 0.034, -0.062, -0.016] : [k * 0.012, -0.05, -0.026];
  const root: Vec3 = [k * 0.012, -0.014, -0.004];
  const along = apply(frame, subtract(tip, root));
  return [
    [0, 0.008],
    [0.4, 0.0092],
    [0.85, 0.0072],
    [1, 0.0015],
  ].map(([share = 0, radius = 0]) =>
    ringOn(
      add(wrist, apply(frame, between(root, tip, share))),
      along,
      column(frame, 2),
      radius,
      radius,
    ),
  );
}

/** Forward of the ankle, half width, half height. */
const FOOT: readonly (readonly [forward: number, width: number, height: number])[] = [
  [-0.044, 0.006, 0.008],
  [-0.04, 0.0165, 0.019],
  [-0.024, 0.021, 0.026],
  [0.004, 0.0235, 0.031],
  [0.036, 0.0265, 0.0235],
  [0.068, 0.03, 0.0165],
  [0.094, 0.0285, 0.0125],
  [0.112, 0.018, 0.0095],
  [0.119, 0.004, 0.005],
];

function foot(pose: SolvedPose, side: Side): Ring[] {
  const frame = pose.frames[`${side}Foot`];
  const ankle = pose.joints[`${side}Ankle`];
  const sole = apply(transpose(frame), subtract(pose.joints[`${side}Toe`], ankle))[1] - 0.012;
  return FOOT.map(([forward, halfWidth, halfHeight]) => ({
    at: add(ankle, apply(frame, [0, sole + halfHeight, forward])),
    across: column(frame, 0),
    ahead: column(frame, 1),
    halfWidth,
    halfDepth: halfHeight,
  }));
}

/** The ghost: what a body of clay would be in this pose, as tubes that touch one another. */
export function ghostBody(pose: SolvedPose, gender: 'female' | 'male' | 'any'): Tube[] {
  const { joints, frames } = pose;
  const limbs = SIDES.flatMap((side) => [
    limb(
      joints[`${side}Shoulder`],
      joints[`${side}Elbow`],
      joints[`${side}Wrist`],
      column(frames.chest, 2),
      [UPPER_ARM, FOREARM],
    ),
    hand(pose, side),
    thumb(pose, side),
    limb(
      joints[`${side}Hip`],
      joints[`${side}Knee`],
      joints[`${side}Ankle`],
      column(frames[`${side}Foot`], 2),
      [THIGH, SHIN],
    ),
    foot(pose, side),
  ]);
  return [trunk(pose, gender), yoke(pose), head(pose), ...limbs];
}
