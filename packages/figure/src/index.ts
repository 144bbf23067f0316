export * from './figure-job.ts';
export { renderFigure } from './picture/render-figure.ts';
