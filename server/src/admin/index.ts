export { adminRoutes } from './admin-routes.ts';
export { type AppSwitches, createAppSwitches } from './app-switches.ts';
export { type AuditLog, createAuditLog, type Deed } from './audit-log.ts';
export { grantDeed } from './grant-deed.ts';
export { adminSchema } from './schema-owner.ts';
export { createStorageReport } from './storage-report.ts';
