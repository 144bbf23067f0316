import type { PoseTemplate, Words } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
} from 'drizzle-orm/pg-core';

/** The poses people pick from. Written when the library is seeded at the start; read by the index and the job. */
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
    /** No longer in the library: not listed, but generations made with it still find it. */
    isRetired: boolean('is_retired').notNull().default(false),
  },
  (table) => [index('pose_templates_position_idx').on(table.position)],
);

/** One row: which state of the library was seeded last. */
export const poseLibrarySeeds = pgTable('pose_library_seeds', {
  id: integer('id').primaryKey().default(1),
  digest: text('digest').notNull(),
});
