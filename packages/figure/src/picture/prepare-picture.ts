import type { FigureJob } from '../figure-job.ts';
import { hangBackdrop } from '../light/backdrop.ts';
import { layFloor } from '../light/floor.ts';
import { placeLamps } from '../light/lamps.ts';
import { LIGHT_RIGS } from '../light/rigs.ts';
import { shading } from '../light/shade.ts';
import { aimEyes } from '../mannequin/aim-eyes.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { seedShare } from '../mannequin/seed-share.ts';
import { buildTree } from '../march/build-tree.ts';
import { setCamera } from '../march/camera.ts';
import { measureTileDepths } from '../march/tile-depths.ts';
import { scene } from '../scene/tables.ts';
import { cameraFor } from './camera-for.ts';
import { checkJob } from './check-job.ts';

/**
 * Sets this thread up to draw rows of the job. Every thread does it for itself, but for the tree: `growTree` may build
 * it with others. @returns false when `growTree` gave up; then nothing can be drawn
 */
export function preparePicture(job: FigureJob, growTree: () => boolean = growAlone): boolean {
  checkJob(job);
  if (!prepareFigure(job, growTree)) return false;
  setCamera(cameraFor(job));
  aimEyes(job.look === 'clay' ? undefined : job.look.gaze);
  placeLamps(job.light ?? 'soft', seedShare(job.seed, 3) * 2 - 1);
  shading.style = job.shading ?? 'clay';
  setRoom(job);
  measureTileDepths();
  return true;
}

const growAlone = (): boolean => {
  buildTree();
  return true;
};

/** Shapes and tree do not depend on camera, size or light: views of one figure share them. */
function prepareFigure({ pose, look, seed, mouth }: FigureJob, growTree: () => boolean): boolean {
  const key = JSON.stringify([pose, look, seed, mouth]);
  if (scene.builtFor === key) return true;
  buildFigure({ pose, look, seed, mouth });
  if (!growTree()) return false;
  scene.builtFor = key;
  return true;
}

function setRoom(job: FigureJob): void {
  const [x, , z] = job.pose.joints.pelvis;
  layFloor(x, z, job.widthPx);
  const tone = 1 + (seedShare(job.seed, 4) - 0.5) * 0.04;
  const rig = LIGHT_RIGS[job.light ?? 'soft'].backdrop;
  hangBackdrop(job.backdrop, rig, tone, job.widthPx, job.heightPx);
}
