import { Shading } from '@lumiku/contract';
import { type FigureJob, studioJob } from '@lumiku/figure';
import type { PoseTransferRequest } from '../engine.ts';

/** The drawing job of a request. */
export function figureJobFor(request: PoseTransferRequest): FigureJob {
  const { look, scene, seed, widthPx, heightPx } = request;
  const { solved, yaw, pitch, framing } = request.pose;
  return studioJob({
    pose: solved,
    look,
    camera: { yaw, pitch, framing },
    scene,
    shading: request.shading ?? shadingFor(request.stylePreset),
    seed,
    widthPx,
    heightPx,
  });
}

/** Style presets of other names and the way to draw that comes nearest. */
const SHADINGS: Readonly<Record<string, Shading>> = { realistic: 'clay', anime: 'cel' };

function shadingFor(stylePreset: string): Shading {
  const named = Shading.safeParse(stylePreset);
  return named.success ? named.data : (SHADINGS[stylePreset] ?? 'clay');
}
