import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const sharesSchema: SchemaOwner = {
  name: 'shares',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
