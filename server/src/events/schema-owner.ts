import { join } from 'node:path';
import type { SchemaOwner } from '../db/index.ts';

export const eventsSchema: SchemaOwner = {
  name: 'events',
  migrationsFolder: join(import.meta.dirname, 'migrations'),
};
