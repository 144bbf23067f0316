import { projectPoint, type Vec3 } from '@lumiku/pose-kit';
import { add, scale } from '@lumiku/pose-kit/vec3';
import { BONES } from '../bones.ts';
import type { FigureScene, FigureView } from '../figure-view.ts';
import { ghostBody, type Tube } from '../ghost-body.ts';
import type { StudioColours } from '../studio-colours.ts';

type Pixel = readonly [x: number, y: number];

/** The outline of a tube as the camera sees it: one side down, the other side up. */
function outlineOf(tube: Tube, scene: FigureScene): { points: Pixel[]; depth: number } {
  const at = (point: Vec3) => projectPoint(scene.camera, point);
  const middles = tube.map((ring) => at(ring.at));
  const sides = tube.map((ring, index) => {
    const here = middles[index];
    const [before, after] = [
      middles[Math.max(0, index - 1)],
      middles[Math.min(tube.length - 1, index + 1)],
    ];
    if (!here || !before || !after) return { left: [0, 0], right: [0, 0] } as const;
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const length = Math.hypot(dx, dy) || 1;
    const normal: Pixel = [-dy / length, dx / length];
    const reach = (direction: Vec3, by: number): number => {
      const end = at(add(ring.at, scale(direction, by)));
      return Math.abs((end.x - here.x) * normal[0] + (end.y - here.y) * normal[1]);
    };
    const half = Math.hypot(reach(ring.across, ring.halfWidth), reach(ring.ahead, ring.halfDepth));
    return {
      left: [here.x + normal[0] * half, here.y + normal[1] * half],
      right: [here.x - normal[0] * half, here.y - normal[1] * half],
    } as const;
  });
  const depth = middles.reduce((sum, one) => sum + one.depth, 0) / middles.length;
  return {
    points: [...sides.map(({ left }) => left), ...sides.map(({ right }) => right).toReversed()],
    depth,
  };
}

/** The figure on a plain canvas, for browsers without WebGL: flat, but every gesture works on it. */
export function createFlatView(): FigureView {
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  let ratio = 1;
  let colours: StudioColours | null = null;
  const shape = (points: readonly Pixel[], fill: string, line: string | null) => {
    if (!paper) return;
    paper.beginPath();
    for (const [x, y] of points) paper.lineTo(x, y);
    paper.closePath();
    paper.fillStyle = fill;
    paper.fill();
    if (line === null) return;
    paper.strokeStyle = line;
    paper.lineWidth = 1;
    paper.stroke();
  };
  return {
    canvas,
    draw(scene) {
      if (!paper || !colours) return;
      paper.setTransform(ratio, 0, 0, ratio, 0, 0);
      paper.fillStyle = colours.backdrop;
      paper.fillRect(0, 0, scene.camera.widthPx, scene.camera.heightPx);
      if (scene.showsBody) {
        const clay = colours.isDark ? '#565360' : '#e2ddd4';
        const edge = colours.isDark ? '#6b6875' : '#cfc9be';
        const tubes = ghostBody(scene.pose, scene.gender).map((tube) => outlineOf(tube, scene));
        for (const { points } of tubes.toSorted((a, b) => b.depth - a.depth)) {
          shape(points, clay, edge);
        }
      }
      for (const bone of BONES) {
        const from = projectPoint(scene.camera, scene.pose.joints[bone.from]);
        const to = projectPoint(scene.camera, scene.pose.joints[bone.to]);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const length = Math.hypot(dx, dy) || 1;
        const half = Math.min(7, length * 0.12);
        const [nx, ny] = [(-dy / length) * half, (dx / length) * half];
        const [mx, my] = [from.x + dx * 0.16, from.y + dy * 0.16];
        shape(
          [
            [from.x, from.y],
            [mx + nx, my + ny],
            [to.x, to.y],
            [mx - nx, my - ny],
          ],
          colours[bone.side],
          null,
        );
      }
    },
    resize(widthPx, heightPx, pixelRatio) {
      ratio = pixelRatio;
      canvas.width = Math.round(widthPx * pixelRatio);
      canvas.height = Math.round(heightPx * pixelRatio);
    },
    paint(next) {
      colours = next;
    },
    dispose: () => canvas.remove(),
  };
}
