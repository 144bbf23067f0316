import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const jobsSchema: SchemaOwner = {
  name: 'jobs',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
