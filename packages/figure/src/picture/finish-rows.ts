import type { FigureJob } from '../figure-job.ts';
import { drawInk } from '../ink/draw-ink.ts';
import { inkPlan } from '../ink/ink-plan.ts';
import type { EdgeMap } from './edge-map.ts';
import { smoothEdges } from './smooth-edges.ts';

/** Whether a job's picture is gone over once more after it was drawn, and needs an edge map for it. */
export const needsEdges = (job: FigureJob): boolean =>
  job.smoothEdges || hasInk(job) || job.shading === 'pixel';

/** Whether the second pass draws lines. */
export const hasInk = (job: FigureJob): boolean =>
  inkPlan(job.shading ?? 'clay', job.heightPx) !== null;

/** Rows around a band that its second pass looks at. */
export const finishReach = (job: FigureJob): number =>
  Math.max(1, inkPlan(job.shading ?? 'clay', job.heightPx)?.reachPx ?? 0);

/** The second pass over the rows [from, to): smooth edges, then ink. Writes only these rows' pixels. */
export function finishRows(
  job: FigureJob,
  out: Uint8Array,
  channels: number,
  edges: EdgeMap,
  from: number,
  to: number,
): void {
  if (job.smoothEdges) smoothEdges(out, channels, edges, from, to);
  const plan = inkPlan(job.shading ?? 'clay', job.heightPx);
  if (plan) drawInk(out, channels, edges, plan, from, to);
}
