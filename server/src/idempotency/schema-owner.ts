import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const idempotencySchema: SchemaOwner = {
  name: 'idempotency',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
