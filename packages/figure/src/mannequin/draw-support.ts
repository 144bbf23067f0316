import type { SolvedPose, Vec3 } from '@lumiku/pose-kit';
import { addBox, addCone, addCylinder, startGroup } from '../scene/draw-shapes.ts';
import { Material, Part } from '../scene/material.ts';
import { add, axisX, axisZ, cross, fromAxes, mix, normalise, scale, subtract } from '../vector.ts';

/** Hip joint to the underside of the seat of somebody sitting. */
const SEAT_BELOW_HIP = 0.066;
const UP: Vec3 = [0, 1, 0];

/** What the pose leans or sits on. A floor is always there. */
export function drawSupport(pose: SolvedPose): void {
  if (pose.support === 'stool') drawStool(pose);
  if (pose.support === 'chair') drawChair(pose);
  if (pose.support === 'wall') drawWall(pose);
}

/** Who perches with the thighs down sits on the front edge: the seat is this much further back than under level ones. */
const PERCH = 0.11;

/** 0 for level thighs, 1 for hanging ones. */
function thighSlope({ joints: j }: SolvedPose): number {
  const drop = (hip: Vec3, knee: Vec3): number =>
    Math.max(0, hip[1] - knee[1]) / Math.hypot(...subtract(knee, hip));
  return (drop(j.leftHip, j.leftKnee) + drop(j.rightHip, j.rightKnee)) / 2;
}

const level = (v: Vec3, fallback: Vec3): Vec3 => normalise([v[0], 0, v[2]], fallback);

function drawStool(pose: SolvedPose): void {
  startGroup(Material.prop);
  const top = pose.joints.pelvis[1] - SEAT_BELOW_HIP;
  const forward = level(axisZ(pose.frames.pelvis), [0, 0, 1]);
  const middle = add(pose.joints.pelvis, scale(forward, 0.02 - PERCH * thighSlope(pose)));
  addCylinder([middle[0], top - 0.012, middle[2]], 0.105, 0.012, 0.008, Part.other);
  const sideways = cross(UP, forward);
  for (const [a, b] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ]) {
    const out = add(scale(forward, a), scale(sideways, b));
    const foot = add(middle, scale(out, 0.085));
    const head = add(middle, scale(out, 0.058));
    addCone([foot[0], 0.008, foot[2]], [head[0], top - 0.02, head[2]], 0.009, 0.009, 0, Part.other);
  }
  if (top > 0.3) {
    const rail = (a: number, b: number): Vec3 => {
      const p = add(middle, scale(add(scale(forward, a), scale(sideways, b)), 0.077));
      return [p[0], top * 0.3, p[2]];
    };
    addCone(rail(1, 1), rail(1, -1), 0.006, 0.006, 0, Part.other);
    addCone(rail(-1, 1), rail(-1, -1), 0.006, 0.006, 0, Part.other);
    addCone(rail(1, 1), rail(-1, 1), 0.006, 0.006, 0, Part.other);
    addCone(rail(1, -1), rail(-1, -1), 0.006, 0.006, 0, Part.other);
  }
}

function drawChair(pose: SolvedPose): void {
  startGroup(Material.prop);
  const top = pose.joints.pelvis[1] - SEAT_BELOW_HIP;
  const forward = level(axisZ(pose.frames.pelvis), [0, 0, 1]);
  const sideways = cross(UP, forward);
  const axes = fromAxes(sideways, UP, forward);
  const middle = add(pose.joints.pelvis, scale(forward, 0.045));
  const at = (x: number, y: number, z: number): Vec3 => [
    middle[0] + sideways[0] * x + forward[0] * z,
    y,
    middle[2] + sideways[2] * x + forward[2] * z,
  ];
  addBox(at(0, top - 0.012, 0), [0.118, 0.006, 0.118], 0.006, axes, 0, Part.other);
  for (const k of [1, -1]) {
    addCone(
      at(k * 0.108, 0.008, 0.108),
      at(k * 0.108, top - 0.02, 0.108),
      0.009,
      0.011,
      0,
      Part.other,
    );
    addCone(
      at(k * 0.108, 0.008, -0.125),
      at(k * 0.108, top - 0.01, -0.112),
      0.009,
      0.011,
      0,
      Part.other,
    );
    addCone(
      at(k * 0.108, top - 0.01, -0.112),
      at(k * 0.1, top + 0.24, -0.142),
      0.011,
      0.009,
      0,
      Part.other,
    );
  }
  addBox(at(0, top + 0.2, -0.138), [0.1, 0.032, 0.003], 0.006, axes, 0, Part.other);
  addBox(at(0, top + 0.1, -0.126), [0.1, 0.012, 0.003], 0.006, axes, 0, Part.other);
}

/** A free-standing panel behind what leans on it: the back, or one shoulder or hand. */
function drawWall(pose: SolvedPose): void {
  const j = pose.joints;
  const feet = mix(j.leftAnkle, j.rightAnkle, 0.5);
  const back = scale(level(axisZ(pose.frames.chest), [0, 0, 1]), -1);
  const lean = subtract(mix(j.chest, j.neck, 0.5), feet);
  const sideways = axisX(pose.frames.chest);
  const aside = lean[0] * sideways[0] + lean[2] * sideways[2];
  const behind = lean[0] * back[0] + lean[2] * back[2];
  const toSide = Math.abs(aside) > Math.max(0.035, behind * 1.2);
  const normal = toSide ? level(scale(sideways, Math.sign(aside)), back) : back;
  const reach = (p: Vec3): number => p[0] * normal[0] + p[2] * normal[2];
  const body = toSide
    ? Math.max(reach(j.leftShoulder), reach(j.rightShoulder)) + 0.03
    : Math.max(reach(j.chest), reach(j.pelvis)) + 0.064;
  const limbs = [
    j.leftElbow,
    j.rightElbow,
    j.leftWrist,
    j.rightWrist,
    j.leftHand,
    j.rightHand,
    j.leftAnkle,
    j.rightAnkle,
  ];
  const touch = Math.max(body, ...limbs.map((p) => reach(p) + 0.02));
  startGroup(Material.prop);
  const thick = 0.012;
  const centre = mix(j.pelvis, j.neck, 0.5);
  const shift = touch + thick - reach(centre);
  const along = cross(UP, normal);
  addBox(
    [centre[0] + normal[0] * shift, 0.56, centre[2] + normal[2] * shift],
    [0.26, 0.56, thick - 0.004],
    0.004,
    fromAxes(along, UP, normal),
    0,
    Part.other,
  );
}
