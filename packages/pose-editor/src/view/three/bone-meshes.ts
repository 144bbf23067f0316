import type { SolvedPose } from '@lumiku/pose-kit';
import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Matrix4,
  Mesh,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three';
import { BONES } from '../bones.ts';
import type { StudioColours } from '../studio-colours.ts';

/** Where along a bone it is widest, and how wide: statures, at most a share of its length. */
const WIDEST_AT = 0.16;
const HALF_WIDTH = 0.0165;
const HALF_WIDTH_SHARE = 0.13;

/** A bone of length one along +y: two pyramids, base to base. */
function boneShape(): BufferGeometry {
  const tips = [0, 0, 0, 0, 1, 0];
  const belt = [1, 0, 0, -1].flatMap((x, at) => [x, WIDEST_AT, [0, 1, -1, 0][at] ?? 0]);
  const around = [0, 1, 3, 2];
  const index = around.flatMap((corner, at) => {
    const [a, b] = [corner + 2, (around[(at + 1) % 4] ?? 0) + 2];
    return [0, a, b, 1, b, a];
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([...tips, ...belt]), 3));
  geometry.setIndex(index);
  const flat = geometry.toNonIndexed();
  flat.computeVertexNormals();
  geometry.dispose();
  return flat;
}

const UP = new Vector3(0, 1, 0);

/** The bones, seen through the body. */
export function createBoneMeshes() {
  const geometry = boneShape();
  const material = () =>
    new MeshLambertMaterial({ depthTest: false, depthWrite: false, transparent: true });
  const materials = { left: material(), right: material(), middle: material() };
  const object = new Group();
  const meshes = BONES.map((bone) => {
    const mesh = new Mesh(geometry, materials[bone.side]);
    mesh.matrixAutoUpdate = false;
    mesh.frustumCulled = false;
    mesh.renderOrder = 2;
    object.add(mesh);
    return { mesh, bone };
  });
  return {
    object,
    update({ joints }: SolvedPose) {
      for (const { mesh, bone } of meshes) {
        const from = new Vector3(...joints[bone.from]);
        const along = new Vector3(...joints[bone.to]).sub(from);
        const length = along.length();
        const width = Math.min(HALF_WIDTH, length * HALF_WIDTH_SHARE);
        const turn = new Quaternion().setFromUnitVectors(UP, along.normalize());
        mesh.matrix = new Matrix4().compose(from, turn, new Vector3(width, length, width));
        mesh.matrixWorldNeedsUpdate = true;
      }
    },
    paint(colours: StudioColours) {
      materials.left.color.setStyle(colours.left);
      materials.right.color.setStyle(colours.right);
      materials.middle.color.setStyle(colours.middle);
      for (const one of Object.values(materials)) one.emissive.copy(one.color).multiplyScalar(0.35);
    },
    dispose() {
      geometry.dispose();
      for (const one of Object.values(materials)) one.dispose();
    },
  };
}
