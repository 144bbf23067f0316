import type { PoseCamera } from '@lumiku/pose-kit';
import {
  AmbientLight,
  Color,
  DirectionalLight,
  HemisphereLight,
  Matrix4,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  WebGLRenderer,
} from 'three';
import type { FigureScene, FigureView } from '../figure-view.ts';
import type { StudioColours } from '../studio-colours.ts';
import { createBoneMeshes } from './bone-meshes.ts';
import { createFloor } from './floor.ts';
import { createGhostMesh } from './ghost-mesh.ts';

const NEAR = 0.2;
const FAR = 30;
const PIXEL_RATIO_MAX = 2;

/** Where three's camera has to be to see what the pose's camera sees, pixel by pixel. */
function placeCamera(camera: PerspectiveCamera, from: PoseCamera): void {
  const [a, b, c, d, e, f, g, h, i] = from.rotation;
  const worldToView = new Matrix4().set(a, b, c, 0, d, e, f, 0, g, h, i, 0, 0, 0, 0, 1);
  const target = new Matrix4().makeTranslation(-from.target[0], -from.target[1], -from.target[2]);
  const back = new Matrix4().makeTranslation(0, 0, -from.eyeDistance);
  camera.matrixWorldInverse.copy(back.multiply(worldToView).multiply(target));
  camera.matrixWorld.copy(camera.matrixWorldInverse).invert();
  const scale = NEAR / from.focalPx;
  const [x, y] = from.centrePx;
  camera.projectionMatrix.makePerspective(
    -x * scale,
    (from.widthPx - x) * scale,
    y * scale,
    -(from.heightPx - y) * scale,
    NEAR,
    FAR,
  );
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
}

/**
 * The figure by WebGL.
 * @throws Error where the browser has no WebGL
 */
export function createThreeView(onLost: () => void): FigureView {
  const renderer = new WebGLRenderer({ antialias: true, powerPreference: 'low-power' });
  renderer.outputColorSpace = SRGBColorSpace;
  const scene = new Scene();
  const camera = new PerspectiveCamera();
  camera.matrixAutoUpdate = false;
  camera.matrixWorldAutoUpdate = false;

  const sky = new HemisphereLight(0xffffff, 0xd8d2c8, 1.55);
  const ambient = new AmbientLight(0xffffff, 0.55);
  const lamp = new DirectionalLight(0xffffff, 1.5);
  lamp.position.set(-1.4, 2.4, 2);
  scene.add(sky, ambient, lamp);

  const floor = createFloor();
  const ghost = createGhostMesh();
  const bones = createBoneMeshes();
  scene.add(floor.object, ghost.object, bones.object);

  const { domElement } = renderer;
  const lost = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  domElement.addEventListener('webglcontextlost', lost);
  return {
    canvas: domElement,
    draw(next: FigureScene) {
      placeCamera(camera, next.camera);
      floor.update(next.pose);
      ghost.object.visible = next.showsBody;
      if (next.showsBody) ghost.update(next.pose, next.gender);
      bones.update(next.pose);
      renderer.render(scene, camera);
    },
    resize(widthPx, heightPx, pixelRatio) {
      renderer.setPixelRatio(Math.min(PIXEL_RATIO_MAX, pixelRatio));
      renderer.setSize(widthPx, heightPx, false);
    },
    paint(colours: StudioColours) {
      scene.background = new Color().setStyle(colours.backdrop);
      sky.intensity = colours.isDark ? 0.9 : 1.55;
      ambient.intensity = colours.isDark ? 0.4 : 0.55;
      lamp.intensity = colours.isDark ? 1.1 : 1.5;
      floor.paint(colours);
      ghost.paint(colours);
      bones.paint(colours);
    },
    dispose() {
      domElement.removeEventListener('webglcontextlost', lost);
      floor.dispose();
      ghost.dispose();
      bones.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
      domElement.remove();
    },
  };
}
