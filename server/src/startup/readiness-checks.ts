import type { Pool } from 'pg';
import { isMigrated, type SchemaOwner } from '../db/index.ts';
import type { Storage } from '../files/index.ts';
import type { ReadinessCheck } from '../http/index.ts';

/** What a studio needs to do its work; asked by `/health/ready` and by `lumiku doctor`. */
export function readinessChecks(deps: {
  pool: Pool;
  owners: readonly SchemaOwner[];
  queue: { waiting(): Promise<number> };
  storage: Storage;
}): ReadinessCheck[] {
  return [
    { name: 'database', check: async () => void (await deps.pool.query('select 1')) },
    {
      name: 'tables',
      check: async () => {
        if (!(await isMigrated(deps.pool, deps.owners))) {
          throw new Error('The tables are not those of this version.');
        }
      },
    },
    { name: 'queue', check: async () => void (await deps.queue.waiting()) },
    { name: 'storage', check: () => deps.storage.check() },
  ];
}
