export * from './figure-job.ts';
export { type ClipPlan, type Move, planClip } from './moves/plan-clip.ts';
export { renderFigure } from './picture/render-figure.ts';
export { type StudioWish, studioJob } from './studio-job.ts';
