import type { Words } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AgeRange, Attributes, BodyType, Gender, PreviewStatus, Style } from '../contract.ts';

/** Milliseconds, as the API shows them: a cursor made of a shown time finds its row again. */
const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
const WORK_STATES = sql.raw(`('pending', 'processing', 'completed', 'failed', 'cancelled')`);

/** Albums. `user_id` refers to the platform's users everywhere here (see migrations): who leaves takes all along. */
export const projects = pgTable(
  'avatar_projects',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('avatar_projects_user_idx').on(table.userId, table.updatedAt.desc())],
);

/** Kept pictures. The files a row names are its own, whatever made them; they go when the row has gone. */
export const avatars = pgTable(
  'avatars',
  {
    /** Also the id of the preview or the making it came from, so that neither can be saved twice. */
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    imageUrl: text('image_url').notNull(),
    thumbnailUrl: text('thumbnail_url').notNull(),
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    sourceType: text('source_type').$type<'generated' | 'uploaded'>().notNull(),
    generationPrompt: text('generation_prompt'),
    enhancedPrompt: text('enhanced_prompt'),
    gender: text('gender').$type<Gender>(),
    ageRange: text('age_range').$type<AgeRange>(),
    style: text('style').$type<Style>(),
    ethnicity: text('ethnicity'),
    bodyType: text('body_type').$type<BodyType>().notNull(),
    seed: bigint('seed', { mode: 'number' }),
    engine: text('engine'),
    creditUsed: integer('credit_used').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('avatars_project_idx').on(table.projectId, table.createdAt.desc(), table.id.desc()),
    index('avatars_user_idx').on(table.userId, table.createdAt.desc(), table.id.desc()),
    check('avatars_source_type', sql`${table.sourceType} IN ('generated', 'uploaded')`),
  ],
);

/** Each time another app used an avatar; written by that app's own transaction through the picture source. */
export const avatarUses = pgTable(
  'avatar_uses',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    avatarId: uuid('avatar_id')
      .notNull()
      .references(() => avatars.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    appId: text('app_id').notNull(),
    subjectId: text('subject_id').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (table) => [
    unique('avatar_uses_once').on(table.avatarId, table.appId, table.subjectId),
    index('avatar_uses_avatar_idx').on(table.avatarId, table.usedAt.desc(), table.id.desc()),
    index('avatar_uses_user_idx').on(table.userId, table.appId, table.subjectId),
  ],
);

/**
 * Pictures to look at before anything is paid; a row and its files live an hour and are then swept. One that was
 * thrown away earlier keeps its row, emptied, for the rest of the hour: previews per hour are counted by rows.
 */
export const previews = pgTable(
  'avatar_previews',
  {
    /** Also the id of its job, and of the avatar it may become. */
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    projectId: uuid('project_id').references(() => projects.id, { onDelete: 'set null' }),
    prompt: text('prompt').notNull(),
    enhancedPrompt: text('enhanced_prompt').notNull(),
    attributes: jsonb('attributes').$type<Attributes>().notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    status: text('status').$type<PreviewStatus>().notNull().default('pending'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** When the engine said so. */
    retryAfterSeconds: integer('retry_after_seconds'),
    imageUrl: text('image_url'),
    thumbnailUrl: text('thumbnail_url'),
    widthPx: integer('width_px'),
    heightPx: integer('height_px'),
    engine: text('engine'),
    note: jsonb('note').$type<Words>(),
    unreadWords: jsonb('unread_words').$type<readonly string[]>().notNull().default([]),
    /** Saved: from then on its files are the avatar's. */
    avatarId: uuid('avatar_id'),
    discardedAt: moment('discarded_at'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('avatar_previews_user_idx').on(table.userId, table.createdAt.desc()),
    index('avatar_previews_project_idx').on(table.projectId),
    index('avatar_previews_expires_idx').on(table.expiresAt),
    check('avatar_previews_status', sql`${table.status} IN ${WORK_STATES}`),
  ],
);

/** Pictures being made and saved in one step: one row and one job each, under one hold of their request. */
export const makings = pgTable(
  'avatar_makings',
  {
    /** Also the id of its job and of the avatar it becomes. */
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id').notNull(),
    /** Place in its request, from 0. */
    position: integer('position').notNull(),
    userId: text('user_id').notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    prompt: text('prompt').notNull(),
    enhancedPrompt: text('enhanced_prompt').notNull(),
    attributes: jsonb('attributes').$type<Attributes>().notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    status: text('status').$type<PreviewStatus>().notNull().default('pending'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Held for it when it was accepted. */
    price: integer('price').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('avatar_makings_request_idx').on(table.requestId, table.position),
    index('avatar_makings_user_idx').on(table.userId),
    index('avatar_makings_project_idx').on(table.projectId),
    check('avatar_makings_status', sql`${table.status} IN ${WORK_STATES}`),
  ],
);
