export { createPoses, type PosesRoom } from './create-poses.ts';
export { readImportFolder } from './import/import-folder.ts';
export { readImportLabels } from './import/import-labels.ts';
export { SKIP_REASONS, skippedBy } from './import/import-picture.ts';
export { type ImportOutcome, importPoses } from './import/import-poses.ts';
export { posesRoutes } from './pose-routes.ts';
export { posesSchema } from './schema-owner.ts';
