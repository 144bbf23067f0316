import type { Database } from '@lumiku/app-kit';
import type { PoseCollection } from '@lumiku/contract';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import { collectionNotFound, tooManyCollections } from './pose-faults.ts';
import { poseCollectionPoses, poseCollections, poseTemplates } from './tables.ts';

const COLLECTIONS_MAX = 200;

interface Own {
  readonly userId: string;
  readonly id: string;
}

/** A person's collections in the order they made them, with how many poses are in each. */
export async function listCollections(db: Database, userId: string): Promise<PoseCollection[]> {
  const rows = await db
    .select({
      id: poseCollections.id,
      name: poseCollections.name,
      createdAt: poseCollections.createdAt,
      poseIds: sql<
        string[]
      >`coalesce(array_agg(${poseTemplates.id} order by ${poseCollectionPoses.addedAt} desc)
        filter (where ${poseTemplates.id} is not null), '{}')`,
    })
    .from(poseCollections)
    .leftJoin(poseCollectionPoses, eq(poseCollectionPoses.collectionId, poseCollections.id))
    .leftJoin(
      poseTemplates,
      and(eq(poseTemplates.id, poseCollectionPoses.poseId), eq(poseTemplates.isRetired, false)),
    )
    .where(eq(poseCollections.userId, userId))
    .groupBy(poseCollections.id)
    .orderBy(asc(poseCollections.createdAt), asc(poseCollections.id));
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}

/** @throws Fault POSE_COLLECTION_LIMIT_REACHED (409) */
export async function createCollection(
  db: Database,
  userId: string,
  name: string,
): Promise<PoseCollection> {
  const [owned] = await db
    .select({ collections: count() })
    .from(poseCollections)
    .where(eq(poseCollections.userId, userId));
  if ((owned?.collections ?? 0) >= COLLECTIONS_MAX) throw tooManyCollections(COLLECTIONS_MAX);
  const [row] = await db.insert(poseCollections).values({ userId, name }).returning();
  if (!row) throw new Error('the collection was not written');
  return { id: row.id, name, createdAt: row.createdAt.toISOString(), poseIds: [] };
}

/** @throws Fault POSE_COLLECTION_NOT_FOUND (404) */
export async function renameCollection(
  db: Database,
  own: Own,
  name: string,
): Promise<PoseCollection> {
  const [row] = await db.update(poseCollections).set({ name }).where(isOwn(own)).returning();
  const found = (await listCollections(db, own.userId)).find(({ id }) => id === row?.id);
  if (!found) throw collectionNotFound();
  return found;
}

/** The poses in it stay where they are. @throws Fault POSE_COLLECTION_NOT_FOUND (404) */
export async function deleteCollection(db: Database, own: Own): Promise<void> {
  const [row] = await db
    .delete(poseCollections)
    .where(isOwn(own))
    .returning({ id: poseCollections.id });
  if (!row) throw collectionNotFound();
}

/** Puts a pose in or takes it out; twice is as once. @throws Fault POSE_COLLECTION_NOT_FOUND (404) */
export async function setInCollection(
  db: Database,
  own: Own,
  poseId: string,
  isIn: boolean,
): Promise<void> {
  const [row] = await db.select({ id: poseCollections.id }).from(poseCollections).where(isOwn(own));
  if (!row) throw collectionNotFound();
  const place = { collectionId: row.id, poseId };
  if (isIn) await db.insert(poseCollectionPoses).values(place).onConflictDoNothing();
  else {
    await db
      .delete(poseCollectionPoses)
      .where(
        and(eq(poseCollectionPoses.collectionId, row.id), eq(poseCollectionPoses.poseId, poseId)),
      );
  }
}

function isOwn({ userId, id }: Own) {
  return and(eq(poseCollections.id, id), eq(poseCollections.userId, userId));
}
