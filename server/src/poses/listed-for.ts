import type { Database } from '@lumiku/app-kit';
import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { readOwnPoses } from './own-poses.ts';
import { createPoseIndex, type IndexedPose, type PoseIndex } from './pose-index.ts';
import type { ListPosesQuery } from './pose-query.ts';
import { indexedPose, LISTED } from './pose-rows.ts';
import {
  poseCollectionPoses,
  poseCollections,
  poseFavourites,
  poseRecents,
  poseTemplates,
} from './tables.ts';

const RECENT_MAX = 60;

type Shelf = Pick<ListPosesQuery, 'mine' | 'favourites' | 'recent' | 'collection'>;

/** The poses a list is made of: everybody's, or the person's own, favourites, recent ones or a collection. */
export async function listedFor(
  deps: { db: Database; index: PoseIndex },
  userId: string,
  shelf: Shelf,
): Promise<PoseIndex> {
  const { db, index } = deps;
  if (shelf.mine) return createPoseIndex((await readOwnPoses(db, userId)).map(indexedPose));
  const ids = await idsOn(db, userId, shelf);
  if (!ids) return index;
  const rows = await db
    .select(LISTED)
    .from(poseTemplates)
    .where(
      and(
        inArray(poseTemplates.id, ids),
        eq(poseTemplates.isRetired, false),
        or(isNull(poseTemplates.ownerId), eq(poseTemplates.ownerId, userId)),
      ),
    );
  const found = new Map(rows.map((row) => [row.id, indexedPose(row)]));
  return createPoseIndex(
    ids.flatMap((id): IndexedPose[] => {
      const pose = found.get(id);
      return pose ? [pose] : [];
    }),
  );
}

async function idsOn(db: Database, userId: string, shelf: Shelf): Promise<string[] | null> {
  const { favourites, recent, collection } = shelf;
  if (favourites) return await readFavourites(db, userId);
  if (recent) {
    const rows = await db
      .select({ id: poseRecents.poseId })
      .from(poseRecents)
      .where(eq(poseRecents.userId, userId))
      .orderBy(desc(poseRecents.usedAt), desc(poseRecents.poseId))
      .limit(RECENT_MAX);
    return rows.map(({ id }) => id);
  }
  if (collection === undefined) return null;
  const rows = await db
    .select({ id: poseCollectionPoses.poseId })
    .from(poseCollectionPoses)
    .innerJoin(poseCollections, eq(poseCollections.id, poseCollectionPoses.collectionId))
    .where(and(eq(poseCollections.id, collection), eq(poseCollections.userId, userId)))
    .orderBy(desc(poseCollectionPoses.addedAt), desc(poseCollectionPoses.poseId));
  return rows.map(({ id }) => id);
}

/** Ids of the poses a person likes, the newest first. */
export async function readFavourites(db: Database, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: poseFavourites.poseId })
    .from(poseFavourites)
    .where(eq(poseFavourites.userId, userId))
    .orderBy(desc(poseFavourites.createdAt), desc(poseFavourites.poseId));
  return rows.map(({ id }) => id);
}
