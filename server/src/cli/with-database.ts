import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import type { Config } from '../config/index.ts';
import { type OpenDatabase, openDatabase, runningEmbeddedUrl } from '../db/index.ts';

/**
 * The studio's database for one command: that of the running studio where there is one, else opened for the moment.
 * A command never makes a studio: where there is none it says so.
 * @throws Fault STUDIO_MISSING, and those of `openDatabase`
 */
export async function withDatabase<T>(
  config: Config,
  run: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { dataDir } = config.database;
  const url = config.database.url ?? runningEmbeddedUrl(dataDir) ?? undefined;
  if (url === undefined && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    throw studioMissing(`the data folder ${dataDir}`);
  }
  const database = await openDatabase({ dataDir, url, poolSize: 4 });
  try {
    const { rows } = await database.pool.query<{ users: string | null }>(
      `SELECT to_regclass('users')::text AS users`,
    );
    if (!rows[0]?.users) throw studioMissing('this database');
    return await run(database);
  } finally {
    await database.close();
  }
}

function studioMissing(place: string): Fault {
  return new Fault({
    code: 'STUDIO_MISSING',
    status: 404,
    message: `There is no studio in ${place} yet.`,
    fix: 'Start it once with npm start, or name another place with LUMIKU_DATA_DIR or DATABASE_URL.',
  });
}
