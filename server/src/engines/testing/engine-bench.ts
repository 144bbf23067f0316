import type { Engine } from '@lumiku/engines/engine';
import { accountsSchema } from '../../accounts/index.ts';
import { quietLog } from '../../jobs/testing/quiet-log.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { createAttempts } from '../attempts.ts';
import { createEngines, type EnginesDeps, type EnginesRoom } from '../create-engines.ts';
import { createPreviews } from '../previews.ts';
import { enginesSchema } from '../schema-owner.ts';

/** Rooms of engines over one real database. */
export async function createEngineBench() {
  const database = await createTestDatabase([accountsSchema, enginesSchema]);
  const { db } = database;
  const attempts = createAttempts(db);
  const previews = createPreviews({ db, log: quietLog });
  return {
    ...{ db, attempts, previews },
    room: (engines: readonly Engine[], deps: Partial<EnginesDeps> = {}): EnginesRoom =>
      createEngines(engines, { log: quietLog, attempts, previews, ...deps }),
    close: () => database.drop(),
  };
}
