import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const webhooksSchema: SchemaOwner = {
  name: 'webhooks',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
