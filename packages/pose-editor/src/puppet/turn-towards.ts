import type { Mat3, Vec3 } from '@lumiku/pose-kit';
import { aboutAxis, IDENTITY } from '@lumiku/pose-kit/mat3';
import { anyAcross, cross, degreesBetween, norm, unit } from '@lumiku/pose-kit/vec3';

/** The shortest rotation that brings one direction onto another. */
export function turnTowards(from: Vec3, to: Vec3): Mat3 {
  if (norm(from) < 1e-9 || norm(to) < 1e-9) return IDENTITY;
  const axis = cross(from, to);
  const degrees = degreesBetween(from, to);
  if (degrees < 1e-9) return IDENTITY;
  return aboutAxis(norm(axis) < 1e-9 ? anyAcross(unit(from)) : unit(axis), degrees);
}
