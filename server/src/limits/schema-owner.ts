import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const limitsSchema: SchemaOwner = {
  name: 'limits',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
