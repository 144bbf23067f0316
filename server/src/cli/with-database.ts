import type { Config } from '../config/index.ts';
import { type OpenDatabase, openDatabase, runningEmbeddedUrl } from '../db/index.ts';

/**
 * The studio's database for one command: that of the running studio where there is one, else opened for the moment.
 * @throws Fault of `openDatabase`
 */
export async function withDatabase<T>(
  config: Config,
  run: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { dataDir } = config.database;
  const url = config.database.url ?? runningEmbeddedUrl(dataDir) ?? undefined;
  const database = await openDatabase({ dataDir, url, poolSize: 4 });
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}
