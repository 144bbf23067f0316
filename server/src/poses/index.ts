export { createPoses, type PosesRoom } from './create-poses.ts';
export { posesRoutes } from './pose-routes.ts';
export { posesSchema } from './schema-owner.ts';
