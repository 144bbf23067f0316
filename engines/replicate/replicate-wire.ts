import { z } from 'zod';

/** A prediction as Replicate answers it; states it may invent later are read too, and judged where it is followed. */
export const Prediction = z.object({
  id: z.string().min(1),
  status: z.string(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  logs: z.string().nullish(),
  data_removed: z.boolean().nullish(),
  /** When `Cancel-After` ends it. */
  deadline: z.string().nullish(),
  webhook: z.string().nullish(),
  created_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  metrics: z.object({ predict_time: z.number().nullish() }).nullish(),
});
export type Prediction = z.infer<typeof Prediction>;

export const PredictionPage = z.object({
  results: z.array(Prediction),
  next: z.string().nullish(),
});

export const UploadedFile = z.object({
  id: z.string().min(1),
  urls: z.object({ get: z.url() }),
});

/** What is needed of a model to run the newest version of one that is not official. */
export const ModelVersions = z.object({
  latest_version: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }).nullish(),
});

/** Output files: a link or a list of links, depending on the model. */
export const OutputLinks = z.union([
  z.url().transform((link) => [link]),
  z.array(z.url()).min(1),
  z.object({ image: z.url() }).transform(({ image }) => [image]),
]);

export const Account = z.object({ username: z.string(), type: z.string().optional() });
