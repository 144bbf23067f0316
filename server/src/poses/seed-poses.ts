import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Database, Log, Tx } from '@lumiku/app-kit';
import {
  knownShapeDigest,
  type LibraryPose,
  libraryDigest,
  poseLibrary,
  solveLibraryPose,
  thumbnailFile,
} from '@lumiku/poses';
import { and, eq, getTableColumns, notInArray, sql } from 'drizzle-orm';
import { shapeColumns } from './pose-shape.ts';
import { poseLibrarySeeds, poseTemplates } from './tables.ts';

/** Key of `pg_advisory_xact_lock`: processes that start together seed once. */
const SEED_LOCK = 1_004;

/** Brings the library into the database when it, or its thumbnails, changed since the last start. @returns whether it did. */
export async function seedPoses(db: Database, log: Log): Promise<boolean> {
  const digest = await seedDigest();
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${SEED_LOCK})`);
    const [seeded] = await tx.select().from(poseLibrarySeeds);
    if (seeded?.digest === digest) return false;
    const rows = await Promise.all(poseLibrary.map(poseRow));
    await writePoses(tx, rows);
    await tx
      .update(poseTemplates)
      .set({ isRetired: true })
      .where(
        and(
          eq(poseTemplates.source, 'library'),
          notInArray(
            poseTemplates.id,
            rows.map((row) => row.id),
          ),
        ),
      );
    await tx
      .insert(poseLibrarySeeds)
      .values({ digest })
      .onConflictDoUpdate({ target: poseLibrarySeeds.id, set: { digest } });
    log.info({ poses: rows.length }, 'Seeded the pose library.');
    return true;
  });
}

type PoseRow = typeof poseTemplates.$inferInsert;

async function poseRow(pose: LibraryPose, position: number): Promise<PoseRow> {
  const solved = solveLibraryPose(pose);
  const thumbnail = await readFile(thumbnailFile(pose.id)).catch(() => new Uint8Array());
  return {
    id: pose.id,
    names: pose.names,
    category: pose.category,
    view: pose.view,
    framing: pose.framing,
    gender: pose.gender,
    arms: pose.arms,
    support: pose.support,
    difficulty: pose.difficulty,
    mood: pose.mood,
    tags: [...pose.tags],
    yaw: pose.camera.yaw,
    pitch: pose.camera.pitch,
    solved,
    ...shapeColumns({ ...pose.camera, solved }),
    version: createHash('sha256')
      .update(knownShapeDigest(pose.id))
      .update(thumbnail)
      .digest('hex')
      .slice(0, 12),
    position,
    isRetired: false,
  };
}

/** The library and the state of its thumbnails, cheap enough for every start. */
async function seedDigest(): Promise<string> {
  const hash = createHash('sha256').update(libraryDigest());
  const stamps = await Promise.all(
    poseLibrary.map(async ({ id }) => {
      const file = await stat(thumbnailFile(id)).catch(() => null);
      return file ? `${file.size} ${file.mtimeMs}` : '';
    }),
  );
  return hash.update(stamps.join('\n')).digest('hex');
}

/** All rows as one parameter: a statement with one for each of their thirty thousand values takes seconds to put together. */
async function writePoses(tx: Tx, rows: readonly PoseRow[]): Promise<void> {
  const columns = getTableColumns(poseTemplates);
  const named = Object.entries(columns)
    .filter(([key]) => rows.some((row) => key in row))
    .map(([key, { name }]) => ({ key: key as keyof PoseRow, name }));
  const records = rows.map((row) =>
    Object.fromEntries(named.map(({ key, name }) => [name, row[key]])),
  );
  const list = sql.join(
    named.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const asInserted = named.map(
    ({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`,
  );
  await tx.execute(sql`
    INSERT INTO ${poseTemplates} (${list})
    SELECT ${list} FROM json_populate_recordset(NULL::${poseTemplates}, ${JSON.stringify(records)}::json)
    ON CONFLICT (id) DO UPDATE SET ${sql.join(asInserted, sql`, `)}`);
}
