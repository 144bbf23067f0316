import { inBoth, PageMeta, type Words } from '@lumiku/contract';
import { z } from 'zod';
import { GenerateForm, Generation, Quality } from './generations.ts';
import { StylePreset } from './styles.ts';

/** Pictures one batch may ask for. */
export const BATCH_ITEMS_MAX = 50;

export const BatchStatus = z.enum([
  'pending',
  'processing',
  'completed',
  /** Over; some pictures were delivered and paid for, others were not. */
  'partial',
  'failed',
  'cancelled',
]);
export type BatchStatus = z.infer<typeof BatchStatus>;

/** How its pictures stand; of a place that was tried again, the latest try counts. */
export const BatchCounts = z.object({
  total: z.number().int(),
  pending: z.number().int(),
  processing: z.number().int(),
  completed: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
});
export type BatchCounts = z.infer<typeof BatchCounts>;

/** Whole credits, over all tries: `price` = `captured` + `held` + `released`. */
export const BatchCredits = z.object({
  price: z.number().int(),
  captured: z.number().int(),
  held: z.number().int(),
  released: z.number().int(),
});
export type BatchCredits = z.infer<typeof BatchCredits>;

/** One photo in several poses, asked for and held at once; each picture is delivered and paid for by itself. */
export const Batch = z.object({
  id: z.uuid(),
  userId: z.string(),
  name: z.string().nullable(),
  quality: Quality,
  priority: z.boolean(),
  stylePreset: StylePreset,
  status: BatchStatus,
  counts: BatchCounts,
  credits: BatchCredits,
  /** Small pictures of the first places that have one. */
  thumbnailUrls: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
export type Batch = z.infer<typeof Batch>;

/** A batch with its pictures, in the order of their places. */
export const BatchWithItems = Batch.extend({ items: z.array(Generation) });
export type BatchWithItems = z.infer<typeof BatchWithItems>;

const POSES_WORDS: Words = {
  en: `Name 1 to ${BATCH_ITEMS_MAX} poses in "poseTemplateIds": a JSON list, or ids with commas between.`,
  id: `Sebutkan 1 sampai ${BATCH_ITEMS_MAX} pose dalam "poseTemplateIds": daftar JSON, atau id dengan koma di antaranya.`,
};

/** A form field that names several poses: a JSON list, ids with commas between, or the field several times. */
const PoseIdsField = z
  .union([z.string(), z.array(z.string())], { message: inBoth(POSES_WORDS) })
  .transform((given, context): string[] => {
    const ids = (typeof given === 'string' ? [given] : given).flatMap(readIds);
    if (ids.every((id) => id.length >= 1 && id.length <= 100)) {
      if (ids.length >= 1 && ids.length <= BATCH_ITEMS_MAX) return ids;
    }
    const isOver = ids.length > BATCH_ITEMS_MAX;
    const en = isOver ? `${POSES_WORDS.en} These are ${ids.length}.` : POSES_WORDS.en;
    const id = isOver ? `${POSES_WORDS.id} Ini ada ${ids.length}.` : POSES_WORDS.id;
    context.addIssue({ code: 'custom', message: inBoth({ en, id }) });
    return z.NEVER;
  });

function readIds(text: string): string[] {
  if (!text.trimStart().startsWith('[')) {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  try {
    const list = z.array(z.string()).safeParse(JSON.parse(text));
    return list.success ? list.data : [''];
  } catch {
    return [''];
  }
}

/** Fields of the multipart form of `POST /batches`. The same pose twice makes two pictures of it. */
export const BatchForm = GenerateForm.omit({ poseTemplateId: true }).extend({
  poseTemplateIds: PoseIdsField,
  name: z.string().trim().min(1).max(100).optional(),
});
export type BatchForm = z.infer<typeof BatchForm>;

export const VariationsBody = z.object({
  /** How many pictures more, each with a seed of its own. */
  count: z.number().int().min(2).max(8).default(4),
});

export const ListBatchesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** `meta.nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
});
export type ListBatchesQuery = z.infer<typeof ListBatchesQuery>;

export const BatchAnswer = z.object({ data: BatchWithItems });
export const BatchStartedAnswer = z.object({ message: z.string(), data: BatchWithItems });
export const BatchesAnswer = z.object({ data: z.array(Batch), meta: PageMeta });
