import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const creditsSchema: SchemaOwner = {
  name: 'credits',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
