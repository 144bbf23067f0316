import type { EngineProgress } from '../engine.ts';

/** Tells progress that never falls: what a service says later and lower is told as what it said before. */
export function risingProgress(
  tell: (progress: EngineProgress) => void,
): (progress: EngineProgress) => void {
  let highest: number | null = null;
  return (progress) => {
    if (progress.fraction !== null)
      highest = Math.max(highest ?? 0, Math.min(1, progress.fraction));
    tell({ ...progress, fraction: progress.fraction === null ? null : highest });
  };
}
