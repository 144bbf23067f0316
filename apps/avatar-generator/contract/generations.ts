import { Look, LookChoice, PageMeta, PhotoReport, QueueAhead, Words } from '@lumiku/contract';
import { z } from 'zod';

/** The app's id: namespace of its routes, jobs, files and ledger references. */
export const AVATAR_GENERATOR = 'avatar-generator';
export const AVATAR_GENERATOR_PREFIX = '/api/apps/avatar-generator';

/** Whole credits. An hd picture with priority costs the sum of all three. */
export const PRICES = { base: 5, hd: 2, priority: 3 } as const;

export const Quality = z.enum(['sd', 'hd']);
export type Quality = z.infer<typeof Quality>;

/** Pixels, 3:4: the short side is what sd and hd promise. */
export const QUALITY_SIZES = {
  sd: { widthPx: 768, heightPx: 1024 },
  hd: { widthPx: 1536, heightPx: 2048 },
} as const satisfies Record<Quality, { widthPx: number; heightPx: number }>;

export const StylePreset = z.enum(['realistic', 'cartoon', 'anime']);
export type StylePreset = z.infer<typeof StylePreset>;

/** What a generation costs, in whole credits: the amount held when it is accepted. */
export function priceOf(choice: { quality: Quality; priority: boolean }): number {
  return (
    PRICES.base +
    (choice.quality === 'hd' ? PRICES.hd : 0) +
    (choice.priority ? PRICES.priority : 0)
  );
}

export const GenerationStatus = z.enum([
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
]);
export type GenerationStatus = z.infer<typeof GenerationStatus>;

/** One picture of a person in a pose, wanted or made. Times are ISO 8601 UTC. */
export const Generation = z.object({
  id: z.uuid(),
  userId: z.string(),
  poseTemplateId: z.string(),
  /** The pose's name when it was asked for; null for one made before names were kept. */
  poseNames: Words.nullable(),
  /** Null once the photo's time to be kept is over. */
  inputImageUrl: z.string().nullable(),
  outputImageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  quality: Quality,
  priority: z.boolean(),
  stylePreset: StylePreset,
  status: GenerationStatus,
  /** Whole percent, 0..100. */
  progress: z.number().int().min(0).max(100),
  errorMessage: z.string().nullable(),
  /** Credits held while it is in the making, taken when it is delivered; 0 when it failed or was cancelled. */
  creditUsed: z.number().int(),
  engine: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),

  /** What is being done now, e.g. `checking_photo`, `drawing`, `saving`; null when it is over or not begun. */
  stage: z.string().nullable(),
  /** Place in the queue while pending, 1 = next; null otherwise. */
  queuePosition: z.number().int().nullable(),
  /** What is before it in the queue while pending; null otherwise. */
  queueAhead: QueueAhead.nullable(),
  errorCode: z.string().nullable(),
  seed: z.number().int(),
  /** The look it was made with: the person's choices filled up from the photo; null until the work began. */
  look: Look.nullable(),
  /** The batch it belongs to. */
  batchId: z.uuid().nullable(),
});
export type Generation = z.infer<typeof Generation>;

/** A form field that is JSON inside a string. */
const LookChoiceField = z.string().transform((text, context): LookChoice => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'Write the look as JSON, for example {"glasses":"round"}.',
    });
    return z.NEVER;
  }
  const look = LookChoice.safeParse(value);
  if (look.success) return look.data;
  for (const issue of look.error.issues) {
    context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
  }
  return z.NEVER;
});

/** 32 bits, so that every engine can take it. */
export const SEED_MAX = 2 ** 32 - 1;

export const IMAGE_MISSING = 'Attach a photo in the field "image".';

/** Fields of the multipart form of `POST /generate`; all of them arrive as text but the picture. */
export const GenerateForm = z.object({
  image: z.instanceof(File, { message: IMAGE_MISSING }).optional(),
  /** Instead of `image`: a picture another app lends, `<app>:<source>:<id>` (see `GET /api/picture-sources`). */
  source: z.string().min(1).max(200).optional(),
  poseTemplateId: z.string().min(1, 'Pick a pose.').max(100),
  quality: Quality.default('sd'),
  priority: z
    .enum(['true', 'false', '1', '0', 'on', ''])
    .default('false')
    .transform((text) => text === 'true' || text === '1' || text === 'on'),
  stylePreset: StylePreset.default('realistic'),
  look: LookChoiceField.optional(),
  seed: z.coerce.number().int().min(0).max(SEED_MAX).optional(),
});
export type GenerateForm = z.infer<typeof GenerateForm>;

export const PhotoCheckForm = z.object({
  image: z.instanceof(File, { message: IMAGE_MISSING }),
});

export const ListGenerationsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  /** One status, or several with commas. */
  status: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(GenerationStatus).min(1))
    .optional(),
  /** `meta.nextCursor` of the page before; goes on from there whatever was added since. */
  cursor: z.string().max(200).optional(),
});
export type ListGenerationsQuery = z.infer<typeof ListGenerationsQuery>;

export const GenerateAnswer = z.object({ message: z.string(), data: Generation });
export const GenerationAnswer = z.object({ data: Generation });
export const GenerationsAnswer = z.object({ data: z.array(Generation), meta: PageMeta });
export const DeleteAnswer = z.object({ message: z.string() });
export const PhotoCheckAnswer = z.object({ data: PhotoReport });

export const GenerationStats = z.object({
  totalGenerations: z.number().int(),
  completedGenerations: z.number().int(),
  failedGenerations: z.number().int(),
  /** Seconds from the start of the work to the picture, over all completed ones; 0 when there are none. */
  averageProcessingTime: z.number(),
  totalCreditsUsed: z.number().int(),
});
export type GenerationStats = z.infer<typeof GenerationStats>;
export const StatsAnswer = z.object({ data: GenerationStats });

/**
 * What the event streams carry (`type` of a LiveEvent → its `data`). A stream begins with `generation.snapshot`:
 * for one generation its state, for `GET /events` one for each that is in the making.
 */
export const GenerationEventData = {
  'generation.snapshot': z.object({ generation: Generation }),
  'generation.queued': z.object({ generation: Generation }),
  'generation.started': z.object({ generation: Generation }),
  'generation.progressed': z.object({
    /** 0..1; null = the engine cannot say. */
    fraction: z.number().nullable(),
    stage: z.string(),
    previewUrl: z.string().optional(),
  }),
  'generation.completed': z.object({ generation: Generation }),
  'generation.failed': z.object({ generation: Generation }),
  'generation.cancelled': z.object({ generation: Generation }),
  'generation.deleted': z.object({}),
} as const;
export type GenerationEventType = keyof typeof GenerationEventData;
