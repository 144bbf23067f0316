// The gallery at 10,000 poses and the history at 100,000 generations, asked over HTTP, beside the bare SQL of a page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StudioClient } from '@lumiku/e2e/support/studio-client.ts';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';
import { createTestDatabase } from '@lumiku/server/testing';
import { z } from 'zod';
import { fillGenerations, fillPoses } from './support/fill-tables.ts';
import { type Figure, percentile, printFigures, timeEach } from './support/report.ts';
import { WIDE_LIMITS } from './support/wide-limits.ts';

const POSES = 10_000;
const GENERATIONS = 100_000;
const TIMES = 200;
const GALLERY_SQL =
  'SELECT * FROM pose_templates WHERE NOT is_retired ORDER BY position, id LIMIT 48';
const HISTORY_SQL =
  'SELECT * FROM avatar_generations WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT 24';

const Deep = z.object({ meta: z.object({ nextCursor: z.string() }) });

const dataDir = mkdtempSync(join(tmpdir(), 'lumiku-bench-'));
const database = await createTestDatabase([]);
const { pool } = database;
const config = readConfig({
  ...{ LUMIKU_DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '0' },
  ...{ LUMIKU_LOG_LEVEL: 'silent', LUMIKU_VISION: 'off' },
  ...WIDE_LIMITS,
});

async function withStudio<T>(use: (url: string) => Promise<T>): Promise<T> {
  const studio = await createStudio(config);
  try {
    await studio.start();
    return await use(studio.url);
  } finally {
    await studio.stop();
  }
}

/** Milliseconds until the whole answer is there. */
async function timePages(client: StudioClient, path: (at: number) => string): Promise<number[]> {
  return timeEach(TIMES, async (at) => {
    const answer = await client.request(path(at));
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path(at)} answered ${answer.status}`);
  });
}

try {
  // The first studio makes tables, poses and a person; the second reads what was filled in meanwhile.
  const person = await withStudio((url) => StudioClient.signUp(url));
  await fillPoses(pool, POSES);
  const userId = await fillGenerations(pool, GENERATIONS);
  await pool.query('ANALYZE');

  await withStudio(async (url) => {
    const client = person.at(url);
    const bare = async (sql: string, values: unknown[]) =>
      percentile(await timeEach(TIMES, () => pool.query(sql, values)), 0.5);
    const gallerySql = await bare(GALLERY_SQL, []);
    const historySql = await bare(HISTORY_SQL, [userId]);
    const figure = async (
      what: string,
      path: (at: number) => string,
      baseline: number,
    ): Promise<Figure> => {
      const times = await timePages(client, path);
      return {
        ...{ what, unit: 'ms', target: 'under 5 ms' },
        measured: percentile(times, 0.5),
        tail: percentile(times, 0.99),
        baseline: { what: 'bare SQL of a page', value: baseline },
      };
    };
    const history = '/api/apps/avatar-generator/generations';
    const deep = await client.request(`${history}?limit=1&offset=90000`);
    const { meta } = Deep.parse(await deep.json());
    printFigures(`Pages, ${POSES} poses, ${GENERATIONS} generations of one person`, [
      await figure(
        'gallery, 48 poses with facets',
        (at) => `/api/poses?limit=48&offset=${at}`,
        gallerySql,
      ),
      await figure(
        'gallery, a filter nobody asked before',
        (at) => `/api/poses?limit=48&category=standing&q=front%20${at}`,
        gallerySql,
      ),
      await figure('history, first page of 24', () => `${history}?limit=24`, historySql),
      await figure(
        'history, 90,000 generations down',
        () => `${history}?limit=24&cursor=${meta.nextCursor}`,
        historySql,
      ),
    ]);
  });
} finally {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
}
// The test database's guard waits for the end of this process.
process.exit(0);
