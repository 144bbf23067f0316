import type { FigureJob } from '@lumiku/figure';
import type { PoseTransferRequest } from '../engine.ts';
import { setScene } from './set-scene.ts';

/** Quiet studio papers; the seed picks one. */
const BACKDROPS = ['#e6e2dc', '#dfe4e6', '#e7dfda', '#dde3dc', '#e3dfe8', '#ebe4d6'] as const;
const SEEDS = 2 ** 32;

/** The drawing job of a request. */
export function figureJobFor(request: PoseTransferRequest): FigureJob {
  const seed = Math.abs(Math.trunc(request.seed)) % SEEDS;
  const job: FigureJob = {
    pose: request.pose.solved,
    look: request.look,
    camera: { yaw: request.pose.yaw, pitch: request.pose.pitch, framing: request.pose.framing },
    widthPx: request.widthPx,
    heightPx: request.heightPx,
    backdrop: BACKDROPS[seed % BACKDROPS.length],
    smoothEdges: true,
    shading: shadingFor(request.stylePreset),
    seed,
  };
  return setScene(job, request.scene);
}

function shadingFor(stylePreset: string): 'studio' | 'cartoon' | 'anime' {
  return stylePreset === 'cartoon' || stylePreset === 'anime' ? stylePreset : 'studio';
}
