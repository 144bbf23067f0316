import { z } from 'zod';
import { Words } from './words.ts';

export const EngineKindName = z.enum([
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
]);
export type EngineKindName = z.infer<typeof EngineKindName>;

const ModelReport = z.object({
  id: z.string(),
  part: z.string(),
  licence: z.object({
    name: z.string(),
    url: z.string(),
    isCommercialUseAllowed: z.boolean().nullable(),
  }),
});

/** What an engine can do of one kind, as an operator is told. */
export const EngineKindReport = z.object({
  kind: EngineKindName,
  /** Place in the order of those that are asked, 1 = first; null when it is not asked. */
  place: z.number().int().nullable(),
  longestSidePx: z.number(),
  isAi: z.boolean(),
  takesSeed: z.boolean(),
  keepsIdentity: z.boolean(),
  reportsProgress: z.boolean(),
  sendsPreviews: z.boolean(),
  cancels: z.boolean(),
  lora: z.object({ model: z.string(), scale: z.number() }).nullable(),
  costUsd: z.number().nullable(),
  models: z.array(ModelReport),
  /** Models that keep it from being used commercially, when COMMERCIAL is set. */
  refusedModels: z.array(z.string()),
});
export type EngineKindReport = z.infer<typeof EngineKindReport>;

/** One try of the operator to have a picture made. */
export const EngineCheckReport = z.object({
  id: z.string(),
  engineId: z.string(),
  state: z.enum(['running', 'passed', 'failed']),
  stage: z.string().nullable(),
  fraction: z.number().nullable(),
  /** What was looked at, in order, and how it went. */
  steps: z.array(
    z.object({
      name: z.string(),
      isFine: z.boolean(),
      words: Words,
      fix: Words.nullable(),
    }),
  ),
  pictureUrl: z.string().nullable(),
  tookMs: z.number().nullable(),
  sizeBytes: z.number().nullable(),
  costUsd: z.number().nullable(),
  beganAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type EngineCheckReport = z.infer<typeof EngineCheckReport>;

export const EngineHealth = z.object({
  /** `resting` is left alone until `until`; `trying` lets one piece of work find out whether it is well again. */
  state: z.enum(['well', 'resting', 'trying']),
  until: z.iso.datetime().nullable(),
  why: z.string().nullable(),
});
export type EngineHealth = z.infer<typeof EngineHealth>;

export const EngineReport = z.object({
  id: z.string(),
  title: z.string(),
  /** Null when it is not configured. */
  health: EngineHealth.nullable(),
  /** Settings it cannot do without. */
  settings: z.array(z.string()),
  about: Words,
  kinds: z.array(EngineKindReport),
  /** Of the last seven days. */
  week: z.object({
    made: z.number().int(),
    failed: z.number().int(),
    medianMs: z.number().nullable(),
    slowMs: z.number().nullable(),
    costUsd: z.number(),
    running: z.number().int(),
  }),
  lastFault: z
    .object({ kind: z.string(), said: z.string().nullable(), at: z.iso.datetime() })
    .nullable(),
  lastCheck: EngineCheckReport.nullable(),
});
export type EngineReport = z.infer<typeof EngineReport>;

export const EngineAttempt = z.object({
  id: z.string(),
  jobId: z.string().nullable(),
  engineId: z.string(),
  kind: z.string(),
  model: z.string().nullable(),
  submittedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** `made`, `stopped`, the kind of a fault, or null while it runs. */
  outcome: z.string().nullable(),
  said: z.string().nullable(),
  tookMs: z.number().nullable(),
  costUsd: z.number().nullable(),
});
export type EngineAttempt = z.infer<typeof EngineAttempt>;
