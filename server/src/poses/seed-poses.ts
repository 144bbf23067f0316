import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Database, Log } from '@lumiku/app-kit';
import {
  type LibraryPose,
  libraryDigest,
  poseLibrary,
  poseShapeDigest,
  solveLibraryPose,
  thumbnailFile,
} from '@lumiku/poses';
import { and, eq, getTableColumns, notInArray, sql } from 'drizzle-orm';
import { shapeColumns } from './pose-shape.ts';
import { poseLibrarySeeds, poseTemplates } from './tables.ts';

/** Key of `pg_advisory_xact_lock`: processes that start together seed once. */
const SEED_LOCK = 1_004;
const ROWS_AT_ONCE = 100;

/** Brings the library into the database when it, or its thumbnails, changed since the last start. @returns whether it did. */
export async function seedPoses(db: Database, log: Log): Promise<boolean> {
  const digest = await seedDigest();
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${SEED_LOCK})`);
    const [seeded] = await tx.select().from(poseLibrarySeeds);
    if (seeded?.digest === digest) return false;
    const rows = await Promise.all(poseLibrary.map(poseRow));
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await tx
        .insert(poseTemplates)
        .values(rows.slice(at, at + ROWS_AT_ONCE))
        .onConflictDoUpdate({ target: poseTemplates.id, set: everyColumnAsInserted() });
    }
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

async function poseRow(
  pose: LibraryPose,
  position: number,
): Promise<typeof poseTemplates.$inferInsert> {
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
      .update(poseShapeDigest(pose))
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

function everyColumnAsInserted() {
  return Object.fromEntries(
    Object.entries(getTableColumns(poseTemplates)).map(([key, column]) => [
      key,
      sql`excluded.${sql.identifier(column.name)}`,
    ]),
  );
}
