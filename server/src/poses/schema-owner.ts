import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const posesSchema: SchemaOwner = {
  name: 'poses',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
