export { type CreditBook, createCredits } from './create-credits.ts';
export { creditsSchema } from './schema-owner.ts';
