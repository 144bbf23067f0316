export { type CreditBook, createCredits } from './create-credits.ts';
export { creditsRoutes } from './credit-routes.ts';
export { type GiveGrant, giveGrant, type OnGrant } from './give-grant.ts';
export { creditsSchema } from './schema-owner.ts';
