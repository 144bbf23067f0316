export { createRequestLimit, type RequestLimit } from './create-request-limit.ts';
export { limitsSchema } from './schema-owner.ts';
