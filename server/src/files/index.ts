export { createFiles, type Files, type FilesOptions } from './create-files.ts';
export { filesRoutes } from './file-routes.ts';
export { measureUploads, type StoredSum } from './measure-uploads.ts';
export type { StoredUrls, SweepReport } from './sweep-orphans.ts';
export { walkFiles } from './walk-uploads.ts';
