export { databaseUnavailable, findFault } from './database-fault.ts';
export { runningEmbeddedUrl } from './embedded-postgres.ts';
export { folderOwner } from './folder-owner.ts';
export { appliedMigrations, isMigrated, migrate, type SchemaOwner } from './migrate.ts';
export {
  createPool,
  type DatabaseOptions,
  type OpenDatabase,
  openDatabase,
} from './open-database.ts';
