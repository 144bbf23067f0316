import type { Look, LookChoice, Scene, Words } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  ClipWish,
  GenerationKind,
  GenerationStatus,
  PictureKeypoints,
  PoseTurn,
  Quality,
  Scores,
  StylePreset,
} from '../contract.ts';

/** Milliseconds, as the API shows them: a cursor made of a shown time finds its row again. */
const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * Batches: what several generations were asked for together. How they stand is read from the generations, never kept
 * twice. Written by the verbs; deleted with its generations and their pictures.
 */
export const avatarBatches = pgTable(
  'avatar_batches',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    name: text('name'),
    quality: text('quality').$type<Quality>().notNull(),
    priority: boolean('priority').notNull(),
    stylePreset: text('style_preset').$type<StylePreset>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('avatar_batches_user_id_created_at_idx').on(
      table.userId,
      table.createdAt.desc(),
      table.id.desc(),
    ),
  ],
);

/**
 * Generations: written by the verbs and, as their job goes on, by the hooks of `render-generation`. The pictures are
 * files; what no row here names is removed by the sweeper. `user_id` refers to the platform's users (see migrations).
 */
export const avatarGenerations = pgTable(
  'avatar_generations',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    poseTemplateId: text('pose_template_id').notNull(),
    /** As the library called it when it was asked for: a pose may be renamed or retired. */
    poseNames: jsonb('pose_names').$type<Words>(),
    /** Null once its time to be kept is over. */
    inputImageUrl: text('input_image_url'),
    outputImageUrl: text('output_image_url'),
    thumbnailUrl: text('thumbnail_url'),
    quality: text('quality').$type<Quality>().notNull().default('sd'),
    priority: boolean('priority').notNull().default(false),
    stylePreset: text('style_preset').$type<StylePreset>().notNull().default('realistic'),
    status: text('status').$type<GenerationStatus>().notNull().default('pending'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    creditUsed: integer('credit_used').notNull().default(5),
    engine: text('engine').notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** What the person chose. */
    lookChoice: jsonb('look_choice').$type<LookChoice>().notNull(),
    /** What was seen in the photo; null = not looked at yet. */
    lookSuggested: jsonb('look_suggested').$type<LookChoice>(),
    /** Both, filled up: what the picture was made with. */
    look: jsonb('look').$type<Look>(),
    /** The batch it was asked for in, and its place there; a place tried again has several rows. */
    batchId: uuid('batch_id').references(() => avatarBatches.id, { onDelete: 'cascade' }),
    batchPlace: smallint('batch_place'),
    kind: text('kind').$type<GenerationKind>().notNull().default('picture'),
    scene: jsonb('scene').$type<Scene>(),
    poseTurn: jsonb('pose_turn').$type<PoseTurn>(),
    /** Where the pose's joints are in the picture: the pose itself may be changed or retired. */
    keypoints: jsonb('keypoints').$type<PictureKeypoints>(),
    /** The picture a face is put on; a copy of its own. */
    targetImageUrl: text('target_image_url'),
    clip: jsonb('clip').$type<ClipWish>(),
    /** What a clip or a face swap was made from; it may be gone. */
    basedOnId: uuid('based_on_id'),
    outputMediaType: text('output_media_type'),
    outputWidthPx: integer('output_width_px'),
    outputHeightPx: integer('output_height_px'),
    outputSeconds: real('output_seconds'),
    scores: jsonb('scores').$type<Scores>(),
    note: jsonb('note').$type<Words>(),
    /** When the photo is removed; null = with the row, or it is gone. */
    inputExpiresAt: moment('input_expires_at'),
    createdAt: moment('created_at').notNull(),
    startedAt: moment('started_at'),
    completedAt: moment('completed_at'),
  },
  (table) => [
    index('avatar_generations_user_id_created_at_idx').on(
      table.userId,
      table.createdAt.desc(),
      table.id.desc(),
    ),
    index('avatar_generations_user_id_status_idx').on(
      table.userId,
      table.status,
      table.createdAt.desc(),
      table.id.desc(),
    ),
    index('avatar_generations_status_idx').on(table.status),
    index('avatar_generations_created_at_idx').on(table.createdAt),
    index('avatar_generations_input_image_url_idx').on(table.inputImageUrl),
    index('avatar_generations_input_expires_at_idx')
      .on(table.inputExpiresAt)
      .where(sql`${table.inputExpiresAt} IS NOT NULL`),
    index('avatar_generations_target_image_url_idx').on(table.targetImageUrl),
    index('avatar_generations_batch_id_idx').on(table.batchId, table.batchPlace),
    check(
      'avatar_generations_status',
      sql`${table.status} IN ('pending', 'processing', 'completed', 'failed', 'cancelled')`,
    ),
    check('avatar_generations_kind', sql`${table.kind} IN ('picture', 'face-swap', 'clip')`),
  ],
);

/**
 * Sums per person and status, so that totals of a hundred thousand rows cost nothing to read. Kept by the trigger
 * `avatar_generations_count` in the same transaction as every change; nothing else writes here.
 */
export const avatarGenerationCounts = pgTable(
  'avatar_generation_counts',
  {
    userId: text('user_id').notNull(),
    status: text('status').$type<GenerationStatus>().notNull(),
    generations: integer('generations').notNull().default(0),
    credits: bigint('credits', { mode: 'number' }).notNull().default(0),
    /** Of the ones that have both a start and an end. */
    processingMs: bigint('processing_ms', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.userId, table.status] })],
);
