import type { SolvedPose } from '@lumiku/pose-kit';
import {
  BufferGeometry,
  CanvasTexture,
  CircleGeometry,
  Color,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
} from 'three';
import type { StudioColours } from '../studio-colours.ts';

const HALF = 2.4;
const STEP = 0.2;
const PIECES = 24;

/** Lines that fade out with distance, so that the floor has no edge. */
function gridLines(): BufferGeometry {
  const positions: number[] = [];
  const colours: number[] = [];
  const fade = (x: number, z: number): number =>
    Math.max(0, 1 - Math.hypot(x, z) / HALF) ** 1.6 * 0.85;
  const line = (from: readonly [number, number], to: readonly [number, number]) => {
    for (let piece = 0; piece < PIECES; piece += 1) {
      for (const share of [piece / PIECES, (piece + 1) / PIECES]) {
        const x = from[0] + (to[0] - from[0]) * share;
        const z = from[1] + (to[1] - from[1]) * share;
        positions.push(x, 0, z);
        colours.push(1, 1, 1, fade(x, z));
      }
    }
  };
  for (let at = -HALF; at <= HALF + 1e-9; at += STEP) {
    line([at, -HALF], [at, HALF]);
    line([-HALF, at], [HALF, at]);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 4));
  return geometry;
}

function softSpot(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 128;
  canvas.height = 128;
  const paper = canvas.getContext('2d');
  if (paper) {
    const spot = paper.createRadialGradient(64, 64, 0, 64, 64, 64);
    spot.addColorStop(0, 'rgb(0 0 0 / 0.9)');
    spot.addColorStop(0.5, 'rgb(0 0 0 / 0.34)');
    spot.addColorStop(1, 'rgb(0 0 0 / 0)');
    paper.fillStyle = spot;
    paper.fillRect(0, 0, 128, 128);
  }
  return new CanvasTexture(canvas);
}

/** The floor with the shadow of what is near it. */
export function createFloor() {
  const lines = gridLines();
  const lineMaterial = new LineBasicMaterial({
    vertexColors: true,
    transparent: true,
    depthWrite: false,
  });
  const disc = new CircleGeometry(1, 40).rotateX(-Math.PI / 2);
  const texture = softSpot();
  const object = new Group();
  object.add(new LineSegments(lines, lineMaterial));
  const spots = (['pelvis', 'leftAnkle', 'rightAnkle', 'leftKnee', 'rightKnee'] as const).map(
    (joint) => {
      const material = new MeshBasicMaterial({
        map: texture,
        transparent: true,
        depthWrite: false,
      });
      const mesh = new Mesh(disc, material);
      mesh.renderOrder = 1;
      object.add(mesh);
      return { joint, mesh, material };
    },
  );
  let strength = 0.5;
  return {
    object,
    update({ joints }: SolvedPose) {
      for (const { joint, mesh, material } of spots) {
        const [x, y, z] = joints[joint];
        const isAnkle = joint.endsWith('Ankle');
        const size = joint === 'pelvis' ? 0.3 + y * 0.22 : isAnkle ? 0.1 : 0.12;
        // What is high above the floor throws a wide, faint shadow.
        const reach = joint === 'pelvis' ? 1.4 : isAnkle ? 0.26 : 0.22;
        const near = Math.max(0, 1 - Math.max(0, y - (isAnkle ? 0.04 : 0)) / reach);
        material.opacity = strength * near * (joint === 'pelvis' ? 0.55 : 0.8);
        mesh.visible = near > 0.02;
        const [ahead, aside] = isAnkle ? [0.035, 0] : [0.02, 0.015];
        mesh.position.set(x + aside, 0.001, z + ahead);
        mesh.scale.set(size, 1, size * (isAnkle ? 1.4 : 1));
      }
    },
    paint({ grid, isDark }: StudioColours) {
      lineMaterial.color = new Color().setStyle(grid);
      strength = isDark ? 0.9 : 0.42;
    },
    dispose() {
      lines.dispose();
      lineMaterial.dispose();
      disc.dispose();
      texture.dispose();
      for (const { material } of spots) material.dispose();
    },
  };
}
