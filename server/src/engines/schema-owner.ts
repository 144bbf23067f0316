import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const enginesSchema: SchemaOwner = {
  name: 'engines',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
