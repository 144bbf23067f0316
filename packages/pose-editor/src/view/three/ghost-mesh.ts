import type { SolvedPose } from '@lumiku/pose-kit';
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Mesh,
  MeshStandardMaterial,
} from 'three';
import { ghostBody, type Tube } from '../ghost-body.ts';
import type { StudioColours } from '../studio-colours.ts';

/** Corners of one ring. */
const AROUND = 22;

function indexOf(tubes: readonly Tube[]): number[] {
  const index: number[] = [];
  let first = 0;
  for (const tube of tubes) {
    for (let ring = 0; ring + 1 < tube.length; ring += 1) {
      for (let at = 0; at < AROUND; at += 1) {
        const next = (at + 1) % AROUND;
        const [a, b] = [first + ring * AROUND + at, first + ring * AROUND + next];
        index.push(a, b, a + AROUND, b, b + AROUND, a + AROUND);
      }
    }
    first += tube.length * AROUND;
  }
  return index;
}

function fill(positions: Float32Array, tubes: readonly Tube[]): void {
  let to = 0;
  for (const tube of tubes) {
    for (const { at, across, ahead, halfWidth, halfDepth } of tube) {
      for (let corner = 0; corner < AROUND; corner += 1) {
        const angle = (corner / AROUND) * 2 * Math.PI;
        const [u, v] = [Math.cos(angle) * halfWidth, Math.sin(angle) * halfDepth];
        for (let axis = 0; axis < 3; axis += 1) {
          positions[to] = (at[axis] ?? 0) + (across[axis] ?? 0) * u + (ahead[axis] ?? 0) * v;
          to += 1;
        }
      }
    }
  }
}

/** The light ghost body around the bones. */
export function createGhostMesh() {
  const geometry = new BufferGeometry();
  // Both sides: a bent limb turns a ring over now and then, and no hole must show.
  const material = new MeshStandardMaterial({ roughness: 0.92, metalness: 0, side: DoubleSide });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.matrixAutoUpdate = false;
  let positions = new Float32Array(0);
  return {
    object,
    update(pose: SolvedPose, gender: 'female' | 'male' | 'any') {
      const tubes = ghostBody(pose, gender);
      const corners = tubes.reduce((sum, tube) => sum + tube.length * AROUND, 0);
      if (positions.length !== corners * 3) {
        positions = new Float32Array(corners * 3);
        geometry.setAttribute('position', new BufferAttribute(positions, 3));
        geometry.setIndex(indexOf(tubes));
      }
      fill(positions, tubes);
      geometry.getAttribute('position').needsUpdate = true;
      geometry.computeVertexNormals();
    },
    paint({ isDark }: StudioColours) {
      material.color = new Color(isDark ? '#8b8894' : '#f1ede6');
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
