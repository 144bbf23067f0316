import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const adminSchema: SchemaOwner = {
  name: 'admin',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
