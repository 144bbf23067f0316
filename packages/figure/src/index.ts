export * from './figure-job.ts';
export { renderFigure } from './picture/render-figure.ts';
export { type StudioWish, studioJob } from './studio-job.ts';
