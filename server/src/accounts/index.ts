export { type AccountRoutesDeps, accountsRoutes } from './account-routes.ts';
export { type Accounts, type AccountsOptions, createAccounts } from './create-accounts.ts';
export { requirePrincipal } from './require-principal.ts';
export { accountsSchema } from './schema-owner.ts';
export { cameByHttps } from './secure-cookies.ts';
