export { createShares, type SharesRoom } from './create-shares.ts';
export { sharesSchema } from './schema-owner.ts';
export { shareRoutes } from './share-routes.ts';
