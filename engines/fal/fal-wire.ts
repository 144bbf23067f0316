import { z } from 'zod';

/** What the queue answers to a submit. Its addresses are followed as they are: they are not built like the endpoint. */
export const Submitted = z.object({
  request_id: z.string().min(1),
  response_url: z.url(),
  status_url: z.url(),
  cancel_url: z.url(),
});

export const QueueStatus = z.object({
  status: z.string(),
  queue_position: z.number().nullish(),
  logs: z.array(z.object({ message: z.string().nullish() })).nullish(),
  /** A status of COMPLETED is no success. */
  error: z.unknown().optional(),
  error_type: z.string().nullish(),
});
export type QueueStatus = z.infer<typeof QueueStatus>;

const File = z.object({ url: z.string().min(1) });

/** The output of every endpoint we use: pictures in a list, one picture, or a clip. */
export const FalOutput = z.object({
  images: z.array(File).nullish(),
  image: File.nullish(),
  video: File.nullish(),
  seed: z.number().nullish(),
  has_nsfw_concepts: z.union([z.boolean(), z.array(z.boolean())]).nullish(),
});
export type FalOutput = z.infer<typeof FalOutput>;

/** What an endpoint or the platform says when it failed. */
export const FalProblem = z.object({
  detail: z
    .union([
      z.string(),
      z.array(z.object({ msg: z.string().nullish(), type: z.string().nullish() })),
    ])
    .nullish(),
  error_type: z.string().nullish(),
});
