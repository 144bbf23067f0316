import { z } from 'zod';

/** Every answer of ModelsLab; what it means stands in `status`, not in the HTTP status. */
export const ModelsLabAnswer = z.object({
  status: z.string().optional(),
  id: z.union([z.number(), z.string()]).nullish(),
  message: z.unknown().optional(),
  /** Its older spelling. */
  messege: z.unknown().optional(),
  tip: z.unknown().optional(),
  eta: z.number().nullish(),
  retry_after: z.number().nullish(),
  fetch_result: z.string().nullish(),
  output: z.union([z.array(z.string()), z.string()]).nullish(),
  nsfw_content_detected: z.union([z.boolean(), z.number(), z.string()]).nullish(),
});
export type ModelsLabAnswer = z.infer<typeof ModelsLabAnswer>;
