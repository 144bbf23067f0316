export { createRequestLimit, type RequestLimit } from './create-request-limit.ts';
export { limitRoutes } from './limit-routes.ts';
export { limitsSchema } from './schema-owner.ts';
