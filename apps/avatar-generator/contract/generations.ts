import {
  ConsentInForm,
  inBoth,
  Look,
  LookChoice,
  PageMeta,
  PhotoReport,
  QueueAhead,
  Scene,
  Words,
} from '@lumiku/contract';
import { z } from 'zod';
import { ClipWish } from './clips.ts';
import { Scores } from './scores.ts';
import { DEFAULT_STYLE, StylePreset } from './styles.ts';

/** The app's id: namespace of its routes, jobs, files and ledger references. */
export const AVATAR_GENERATOR = 'avatar-generator';
export const AVATAR_GENERATOR_PREFIX = '/api/apps/avatar-generator';

/** Whole credits. A picture costs `base`, with what was chosen beside it; a face swap or a clip has a price of its own. */
export const PRICES = { base: 5, hd: 2, priority: 3, faceSwap: 4, clip: 12 } as const;

/** What a generation makes: a person in a pose, a face on another picture, or a picture that moves. */
export const GenerationKind = z.enum(['picture', 'face-swap', 'clip']);
export type GenerationKind = z.infer<typeof GenerationKind>;

export const Quality = z.enum(['sd', 'hd']);
export type Quality = z.infer<typeof Quality>;

/** A pose seen in a mirror, or turned to another side. */
export const PoseTurn = z.object({
  mirror: z.boolean().optional(),
  /** Degrees by which the subject is turned from the camera, in place of the pose's own; + faces image right. */
  yaw: z.number().min(-180).max(180).optional(),
});
export type PoseTurn = z.infer<typeof PoseTurn>;

/** What a generation costs, in whole credits: the amount held when it is accepted. */
export function priceOf(choice: {
  kind?: GenerationKind | undefined;
  quality: Quality;
  priority: boolean;
}): number {
  const priority = choice.priority ? PRICES.priority : 0;
  if (choice.kind === 'face-swap') return PRICES.faceSwap + priority;
  if (choice.kind === 'clip') return PRICES.clip + priority;
  return PRICES.base + (choice.quality === 'hd' ? PRICES.hd : 0) + priority;
}

export const GenerationStatus = z.enum([
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
]);
export type GenerationStatus = z.infer<typeof GenerationStatus>;

/** One picture or clip of a person, wanted or made. Times are ISO 8601 UTC. */
export const Generation = z.object({
  id: z.uuid(),
  userId: z.string(),
  kind: GenerationKind,
  /** Empty for a face swap on a picture that was not made here. */
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
  /** Light, backdrop, framing and aspect that were asked for. */
  scene: Scene.nullable(),
  /** How the pose was asked for other than as it is written. */
  poseTurn: PoseTurn.nullable(),
  /** When the photo will be removed; null = with the picture, or gone already. */
  photoKeptUntil: z.iso.datetime().nullable(),
  /** Of the finished file; null until there is one. */
  output: z
    .object({
      mediaType: z.string(),
      widthPx: z.number().int(),
      heightPx: z.number().int(),
      /** Of a clip. */
      seconds: z.number().nullable(),
    })
    .nullable(),
  /** What a clip was asked to do. */
  clip: ClipWish.nullable(),
  /** The generation a clip or a face swap was made from, while it is there. */
  basedOnId: z.uuid().nullable(),
  /** How well it shows what was asked for; null where it was not measured. */
  scores: Scores.nullable(),
  /** What the person should know about this picture. */
  note: Words.nullable(),
  /** Measured under the bar: it may be given back for its whole price. */
  canReject: z.boolean(),
});
export type Generation = z.infer<typeof Generation>;

/** A form field that is JSON inside a string. @param example shown when it is none */
function jsonField<S extends z.ZodType>(schema: S, what: string, example: string) {
  return z.string().transform((text, context): z.output<S> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      const message = inBoth({
        en: `Write the ${what} as JSON, for example ${example}.`,
        id: `Tulis ini sebagai JSON, misalnya ${example}.`,
      });
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
    }
    return z.NEVER;
  });
}

/** A switch in a form; all fields arrive as text. */
export const switchField = z
  .enum(['true', 'false', '1', '0', 'on', ''])
  .transform((text) => text === 'true' || text === '1' || text === 'on');

/** 32 bits, so that every engine can take it. */
export const SEED_MAX = 2 ** 32 - 1;

export const IMAGE_MISSING = inBoth({
  en: 'Attach a photo in the field "image".',
  id: 'Lampirkan foto pada bagian "image".',
});

/** Fields of the multipart form of `POST /generate`; all of them arrive as text but the picture. */
export const GenerateForm = z.object({
  image: z.instanceof(File, { message: IMAGE_MISSING }).optional(),
  /** Instead of `image`: a picture another app lends, `<app>:<source>:<id>` (see `GET /api/picture-sources`). */
  source: z.string().min(1).max(200).optional(),
  poseTemplateId: z
    .string()
    .min(1, inBoth({ en: 'Pick a pose.', id: 'Pilih pose.' }))
    .max(100),
  quality: Quality.default('sd'),
  priority: switchField.default(false),
  stylePreset: StylePreset.default(DEFAULT_STYLE),
  look: jsonField(LookChoice, 'look', '{"glasses":"round"}').optional(),
  scene: jsonField(Scene, 'scene', '{"light":"soft"}').optional(),
  poseTurn: jsonField(PoseTurn, 'turn of the pose', '{"mirror":true}').optional(),
  seed: z.coerce.number().int().min(0).max(SEED_MAX).optional(),
  consent: ConsentInForm,
});
export type GenerateForm = z.infer<typeof GenerateForm>;

export const PhotoCheckForm = z.object({
  image: z.instanceof(File, { message: IMAGE_MISSING }),
  consent: ConsentInForm,
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
  kind: GenerationKind.optional(),
});
export type ListGenerationsQuery = z.infer<typeof ListGenerationsQuery>;

/** Where the joints of the pose are in a picture: COCO-18, as fractions of its width and height; null where hidden. */
export const PictureKeypoints = z.array(z.tuple([z.number(), z.number()]).nullable()).length(18);
export type PictureKeypoints = z.infer<typeof PictureKeypoints>;
export const KeypointsAnswer = z.object({ data: z.object({ keypoints: PictureKeypoints }) });

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
