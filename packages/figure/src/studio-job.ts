import type { Scene, Shading } from '@lumiku/contract';
import type { FigureJob } from './figure-job.ts';

/** Quiet studio papers; the seed picks one where the scene names no backdrop. */
const PAPERS = ['#e6e2dc', '#dfe4e6', '#e7dfda', '#dde3dc', '#e3dfe8', '#ebe4d6'] as const;
const SEEDS = 2 ** 32;

export interface StudioWish extends Pick<FigureJob, 'pose' | 'look' | 'camera'> {
  readonly scene?: Scene | undefined;
  readonly shading?: Shading | undefined;
  /** Any number; the same one gives the same picture. */
  readonly seed: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The drawing job of a wish, the same on the server and in a preview. What the scene leaves out the studio chooses. */
export function studioJob({ scene = {}, ...wish }: StudioWish): FigureJob {
  const seed = Math.abs(Math.trunc(wish.seed)) % SEEDS;
  const { light, backdrop = PAPERS[seed % PAPERS.length], transparent, framing } = scene;
  return {
    pose: wish.pose,
    look: wish.look,
    camera: framing ? { ...wish.camera, framing } : wish.camera,
    widthPx: wish.widthPx,
    heightPx: wish.heightPx,
    backdrop: transparent ? 'transparent' : backdrop,
    light: light ?? 'soft',
    shading: wish.shading ?? 'clay',
    smoothEdges: true,
    seed,
  };
}
