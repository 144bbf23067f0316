import type { Shading } from '@lumiku/contract';
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
    shading: shadingFor(request.stylePreset),
    seed,
    widthPx,
    heightPx,
  });
}

/** Style presets and the local ways to draw that come nearest. */
const SHADINGS: Readonly<Record<string, Shading>> = {
  realistic: 'clay',
  cartoon: 'cartoon',
  anime: 'cel',
};

function shadingFor(stylePreset: string): Shading {
  return SHADINGS[stylePreset] ?? 'clay';
}
