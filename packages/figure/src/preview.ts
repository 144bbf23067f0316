export type { FigureJob } from './figure-job.ts';
export {
  createFigurePreview,
  type FigurePreview,
  type FigurePreviewOptions,
  type PreviewState,
} from './preview/create-figure-preview.ts';
export { type StudioWish, studioJob } from './studio-job.ts';
