import type { FigureJob } from '../figure-job.ts';

/** Rows of large pixels in a picture, about. */
const ROWS = 128;
/** Samples along the side of a large pixel. */
export const SAMPLES = 3;

export interface PixelGrid {
  /** Side of a large pixel in pixels of the picture. */
  readonly sidePx: number;
  readonly across: number;
  readonly down: number;
}

export function pixelGrid(job: Pick<FigureJob, 'widthPx' | 'heightPx'>): PixelGrid {
  const shorter = Math.min(job.widthPx, job.heightPx);
  const sidePx = Math.max(1, Math.round(Math.min(job.heightPx / ROWS, (shorter * 1.34) / ROWS)));
  return {
    sidePx,
    across: Math.ceil(job.widthPx / sidePx),
    down: Math.ceil(job.heightPx / sidePx),
  };
}

/** The job that is really drawn for a picture: for pixel art a small one, for everything else itself. */
export function drawnJob(job: FigureJob): FigureJob {
  if (job.shading !== 'pixel') return job;
  const { across, down } = pixelGrid(job);
  const size = { widthPx: across * SAMPLES, heightPx: down * SAMPLES };
  return { ...job, ...size, smoothEdges: false };
}
