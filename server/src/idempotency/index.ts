export { createIdempotency, type IdempotencyKeys } from './create-idempotency.ts';
export { idempotencySchema } from './schema-owner.ts';
