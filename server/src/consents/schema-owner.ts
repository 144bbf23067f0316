import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const consentsSchema: SchemaOwner = {
  name: 'consents',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
