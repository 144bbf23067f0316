import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const accountsSchema: SchemaOwner = {
  name: 'accounts',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
