import { z } from 'zod';

/** One provider's entry of a model's `inferenceProviderMapping`. */
const MappingEntry = z.object({
  provider: z.string().optional(),
  providerId: z.string().min(1),
  status: z.string().optional(),
  task: z.string().optional(),
  adapter: z.string().optional(),
  adapterWeightsPath: z.string().optional(),
});
export type MappingEntry = z.infer<typeof MappingEntry>;

/** The hub answers the mapping as a list or by provider, depending on its age. */
export const ModelMapping = z.object({
  inferenceProviderMapping: z
    .union([
      z.array(MappingEntry),
      z
        .record(z.string(), MappingEntry)
        .transform((byName) =>
          Object.entries(byName).map(([provider, entry]) => ({ ...entry, provider })),
        ),
    ])
    .optional(),
});

export const WhoAmI = z.object({ name: z.string() });

/** What Wavespeed answers to a submit and to a question. */
export const WavespeedAnswer = z.object({
  code: z.number().optional(),
  message: z.string().nullish(),
  data: z.object({
    id: z.string().min(1),
    status: z.string().optional(),
    outputs: z.array(z.string()).nullish(),
    has_nsfw_contents: z.array(z.boolean()).nullish(),
    error: z.string().nullish(),
    urls: z.object({ get: z.string() }).optional(),
  }),
});
export type WavespeedAnswer = z.infer<typeof WavespeedAnswer>;

/** Pictures inside JSON, as some endpoints send them. */
export const PicturesInJson = z.union([
  z
    .object({ data: z.array(z.object({ b64_json: z.string() })).min(1) })
    .transform(({ data }) => data[0]?.b64_json ?? ''),
  z
    .array(z.object({ image: z.string() }))
    .min(1)
    .transform(([first]) => first?.image ?? ''),
]);
