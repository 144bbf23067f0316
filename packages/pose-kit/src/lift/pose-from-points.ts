import {
  apply,
  column,
  fromColumns,
  fromUpAndFront,
  multiply,
  rotationY,
  transpose,
  turnOf,
} from '../mat3.ts';
import { type FreeArm, PoseSpec, type PoseSpecInput } from '../pose-spec.ts';
import type { Rig } from '../rig.ts';
import { outwardSign, type Side } from '../side.ts';
import { solvePose } from '../solve-pose.ts';
import type { Mat3, SolvedPose, Vec3 } from '../solved-pose.ts';
import {
  across,
  add,
  between,
  cross,
  degreesBetween,
  norm,
  scale,
  subtract,
  unit,
} from '../vec3.ts';

/** The joints a pose can be put together from; in any unit, seen by the camera: x to image right, y up, z to the eye. */
export const BODY_POINTS = [
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;
export type BodyPoint = (typeof BODY_POINTS)[number];

export interface PointsOfBody {
  readonly body: Readonly<Record<BodyPoint, Vec3>>;
  /** From heel or ankle to the tip of the toes, where it was seen. */
  readonly toes?: Readonly<Partial<Record<Side, Vec3>>>;
  /** Axes of the head: x to its left, y up, z where the nose points. Default: as the chest. */
  readonly head?: Mat3;
}

export interface LiftedPose {
  readonly spec: PoseSpec;
  readonly solved: SolvedPose;
  /** How far the subject is turned from the camera, degrees; the pose itself faces forward. */
  readonly yaw: number;
}

const HEAD_MOST = { yaw: 64, pitch: [-30, 34], roll: 19 } as const;
const ELBOW_MOST = 148;
/** Ankles this little above the floor stand on it. */
const STANDS_BELOW = 0.035;
const ON_THE_BALL_BELOW = 0.075;
const KNEE_RADIUS = 0.045;
const SEAT_RADIUS = 0.075;
const STRAIGHT = 0.08;

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Axes of a part whose left-to-right line is sure and whose up is nearly so. */
function partFrame(left: Vec3, up: Vec3): Mat3 {
  const x = unit(left, [1, 0, 0]);
  const z = unit(cross(x, up), [0, 0, 1]);
  return fromColumns(x, cross(z, x), z);
}

/** Towards where a limb folds; a straight one folds as limbs do by nature. */
export function foldsTowards(upper: Vec3, lower: Vec3, fallback: Vec3): Vec3 {
  const along = unit(upper);
  const out = across(unit(lower), along);
  if (norm(out) > STRAIGHT) return unit(out);
  const fallen = across(fallback, along);
  return norm(fallen) > 1e-3 ? unit(fallen) : unit(across([0, 0, 1], along), [0, 0, 1]);
}

function freeArm(side: Side, body: PointsOfBody['body'], chest: Mat3): FreeArm['free'] {
  const upper = subtract(body[`${side}Elbow`], body[`${side}Shoulder`]);
  const lower = subtract(body[`${side}Wrist`], body[`${side}Elbow`]);
  const frame = fromUpAndFront(scale(upper, -1), foldsTowards(upper, lower, column(chest, 2)));
  // rotationZ(out) · rotationX(-forward) · rotationY(-inward), the order `solveArm` turns in.
  const m = multiply(transpose(chest), frame);
  const k = outwardSign(side);
  const degrees = 180 / Math.PI;
  return {
    out: k * Math.atan2(-m[1], m[4]) * degrees,
    forward: -Math.asin(clamp(m[7], -1, 1)) * degrees,
    inward: -k * Math.atan2(-m[6], m[8]) * degrees,
    bend: clamp(degreesBetween(upper, lower), 0, ELBOW_MOST),
  };
}

interface PlacedLeg {
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly pole: Vec3;
  readonly toes: Vec3 | undefined;
}

/** A leg of the rig's lengths hung from the hips at the origin. */
function placeLeg(side: Side, points: PointsOfBody, pelvis: Mat3, rig: Rig): PlacedLeg {
  const { body } = points;
  const thigh = unit(subtract(body[`${side}Knee`], body[`${side}Hip`]), [0, -1, 0]);
  const shin = unit(subtract(body[`${side}Ankle`], body[`${side}Knee`]), [0, -1, 0]);
  const hip = apply(pelvis, [outwardSign(side) * rig.hipHalfWidth, 0, 0]);
  const knee = add(hip, scale(thigh, rig.thigh));
  const ankle = add(knee, scale(shin, rig.shank));
  const folds = foldsTowards(thigh, shin, scale(column(pelvis, 2), -1));
  return { knee, ankle, pole: scale(folds, -1), toes: points.toes?.[side] };
}

function legSpec(
  side: Side,
  leg: PlacedLeg,
  lifted: number,
  rig: Rig,
): PoseSpecInput['legs']['left'] {
  const k = outwardSign(side);
  const lift = leg.ankle[1] + lifted - rig.ankleHeight;
  const ahead = leg.toes ?? leg.pole;
  const isLevel = Math.hypot(ahead[0], ahead[2]) > 0.35 * norm(ahead);
  const toeOut = isLevel ? (k * Math.atan2(ahead[0], ahead[2]) * 180) / Math.PI : 8;
  const shinUp = unit(subtract(leg.knee, leg.ankle));
  const shin = fromUpAndFront(shinUp, leg.pole);
  const toesOnShin = leg.toes && apply(transpose(shin), unit(leg.toes));
  const point = toesOnShin
    ? (Math.atan2(-toesOnShin[1], Math.max(0.05, toesOnShin[2])) * 180) / Math.PI
    : 25;
  const foot = lift < STANDS_BELOW ? 'flat' : lift < ON_THE_BALL_BELOW ? 'ball' : 'free';
  return {
    at: [leg.ankle[0], leg.ankle[2]],
    lift: lift < STANDS_BELOW ? 0 : Math.min(1, lift),
    toeOut: clamp(toeOut, -60, 90),
    foot,
    point: clamp(point, -20, 60),
    knee: [k * leg.pole[0], leg.pole[1], leg.pole[2]],
  };
}

function turnedBy(points: PointsOfBody, turn: Mat3): PointsOfBody {
  const { body, toes, head } = points;
  const rotated = Object.fromEntries(
    BODY_POINTS.map((name) => [name, apply(turn, body[name])]),
  ) as Record<BodyPoint, Vec3>;
  return {
    body: rotated,
    ...(toes && {
      toes: {
        ...(toes.left && { left: apply(turn, toes.left) }),
        ...(toes.right && { right: apply(turn, toes.right) }),
      },
    }),
    ...(head && { head: multiply(turn, head) }),
  };
}

/** How the shoulders and hips are turned from the camera, degrees. */
function yawOf({ body }: PointsOfBody): number {
  const hips = unit(subtract(body.leftHip, body.rightHip), [1, 0, 0]);
  const shoulders = unit(subtract(body.leftShoulder, body.rightShoulder), [1, 0, 0]);
  const [x, , z] = add(scale(hips, 1.2), shoulders);
  // The front is a quarter turn from the line to the left.
  return (Math.atan2(-z, x) * 180) / Math.PI;
}

/**
 * Puts a pose together from joints that were measured or guessed: directions count, lengths are the rig's, the head
 * stays within what a neck does, and the lowest part stands on the floor.
 */
export function poseFromPoints(
  seen: PointsOfBody,
  rig: Rig,
  support: PoseSpec['support'] = 'none',
): LiftedPose {
  const yaw = yawOf(seen);
  const points = turnedBy(seen, rotationY(-yaw));
  const { body } = points;
  const up = unit(
    subtract(
      between(body.leftShoulder, body.rightShoulder, 0.5),
      between(body.leftHip, body.rightHip, 0.5),
    ),
  );
  const pelvis = partFrame(subtract(body.leftHip, body.rightHip), up);
  const chest = partFrame(subtract(body.leftShoulder, body.rightShoulder), up);
  const head = points.head ? turnOf(multiply(transpose(chest), points.head)) : undefined;
  const legs = {
    left: placeLeg('left', points, pelvis, rig),
    right: placeLeg('right', points, pelvis, rig),
  };
  const lowest = Math.min(
    -SEAT_RADIUS,
    ...[legs.left, legs.right].flatMap(({ knee, ankle }) => [
      knee[1] - KNEE_RADIUS,
      ankle[1] - rig.ankleHeight,
    ]),
  );
  const arm = (side: Side) => ({ free: freeArm(side, body, chest), turn: 15, wrist: 6 });
  const spec = PoseSpec.parse({
    pelvis: { ...turnOf(pelvis), x: 0, y: clamp(-lowest, 0, 1.2), z: 0 },
    chest: turnOf(chest),
    head: head
      ? {
          yaw: clamp(head.yaw, -HEAD_MOST.yaw, HEAD_MOST.yaw),
          pitch: clamp(head.pitch, ...HEAD_MOST.pitch),
          roll: clamp(head.roll, -HEAD_MOST.roll, HEAD_MOST.roll),
        }
      : {},
    weight: 0.5,
    kneeBend: 4,
    legs: {
      left: legSpec('left', legs.left, -lowest, rig),
      right: legSpec('right', legs.right, -lowest, rig),
    },
    arms: { left: arm('left'), right: arm('right') },
    support,
  } satisfies { [Key in keyof PoseSpecInput]: unknown });
  return { spec, solved: solvePose(spec, rig), yaw };
}
