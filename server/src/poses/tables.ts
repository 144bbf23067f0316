import type { PoseTemplate, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const person = () =>
  text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
const pose = () =>
  text('pose_id')
    .notNull()
    .references(() => poseTemplates.id, { onDelete: 'cascade' });

/**
 * The poses people pick from: the library's (written when it is seeded at the start), those an operator imported, and
 * people's own, which only their owner sees. Read by the index, the screens and the jobs.
 */
export const poseTemplates = pgTable(
  'pose_templates',
  {
    id: text('id').primaryKey(),
    names: jsonb('names').$type<Words>().notNull(),
    category: text('category').$type<PoseTemplate['category']>().notNull(),
    view: text('view').$type<PoseTemplate['view']>().notNull(),
    framing: text('framing').$type<PoseTemplate['framing']>().notNull(),
    gender: text('gender').$type<PoseTemplate['gender']>().notNull(),
    arms: text('arms').notNull(),
    support: text('support').$type<PoseTemplate['support']>().notNull(),
    difficulty: text('difficulty').$type<PoseTemplate['difficulty']>().notNull(),
    /** Null for poses of people and imports: a shape alone has no mood. */
    mood: text('mood').$type<NonNullable<PoseTemplate['mood']>>(),
    tags: text('tags').array().notNull(),
    /** Degrees. */
    yaw: doublePrecision('yaw').notNull(),
    pitch: doublePrecision('pitch').notNull(),
    solved: jsonb('solved').$type<SolvedPose>().notNull(),
    /** COCO-18 as fractions of a 3:4 canvas; null where hidden. */
    keypoints: jsonb('keypoints').$type<PoseTemplate['keypoints']>().notNull(),
    /** For `poseDistance`. */
    embedding: real('embedding').array().notNull(),
    /** Changes with the pose or its thumbnail; part of their addresses, which are cached for ever. */
    version: text('version').notNull(),
    /** Place in the gallery. */
    position: integer('position').notNull(),
    /** Not listed any more, but generations made with it still find it. */
    isRetired: boolean('is_retired').notNull().default(false),
    source: text('source').$type<'library' | 'import' | 'own'>().notNull().default('library'),
    /** Whose own pose it is; null for poses everybody sees. */
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('pose_templates_position_idx').on(table.position),
    index('pose_templates_owner_id_idx').on(table.ownerId, table.createdAt.desc()),
    check(
      'pose_templates_own_has_owner',
      sql`(${table.source} = 'own') = (${table.ownerId} is not null)`,
    ),
  ],
);

/** One row: which state of the library was seeded last. */
export const poseLibrarySeeds = pgTable('pose_library_seeds', {
  id: integer('id').primaryKey().default(1),
  digest: text('digest').notNull(),
});

/** Thumbnails that no file ships: of own and imported poses, and of poses seen from another side. Drawn once, when asked for. */
export const posePictures = pgTable(
  'pose_pictures',
  {
    poseId: pose(),
    /** `own`, or how the pose is turned. */
    variant: text('variant').notNull(),
    version: text('version').notNull(),
    webp: bytes('webp').notNull(),
  },
  (table) => [primaryKey({ columns: [table.poseId, table.variant] })],
);

export const poseFavourites = pgTable(
  'pose_favourites',
  { userId: person(), poseId: pose(), createdAt: moment('created_at').notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.userId, table.poseId] })],
);

/** The poses a person used last, one row each. */
export const poseRecents = pgTable(
  'pose_recents',
  { userId: person(), poseId: pose(), usedAt: moment('used_at').notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.userId, table.poseId] })],
);

export const poseCollections = pgTable(
  'pose_collections',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: person(),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('pose_collections_user_id_idx').on(table.userId, table.createdAt)],
);

export const poseCollectionPoses = pgTable(
  'pose_collection_poses',
  {
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => poseCollections.id, { onDelete: 'cascade' }),
    poseId: pose(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.poseId] })],
);

/**
 * What became of each picture of an import, by the content of its file: an interrupted import goes on after the last
 * row, and a picture that lies there twice is seen. Written by `lumiku poses import` alone.
 */
export const poseImportFiles = pgTable('pose_import_files', {
  /** SHA-256 of the file and of its mask. */
  digest: text('digest').primaryKey(),
  path: text('path').notNull(),
  outcome: text('outcome').$type<'imported' | 'skipped'>().notNull(),
  /** Why it was skipped. */
  reason: text('reason'),
  poseId: text('pose_id').references(() => poseTemplates.id, { onDelete: 'set null' }),
  createdAt: moment('created_at').notNull().defaultNow(),
});
