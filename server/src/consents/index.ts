export { consentRoutes } from './consent-routes.ts';
export { type ConsentsRoom, createConsents } from './create-consents.ts';
export { consentsSchema } from './schema-owner.ts';
