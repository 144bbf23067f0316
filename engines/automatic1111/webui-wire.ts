import { z } from 'zod';

/** What comes back from a create call; maps that were detected stand behind the pictures. */
export const Pictures = z.object({ images: z.array(z.string()).nullish() });
export const Upscaled = z.object({ image: z.string().nullish() });

export const Progress = z.object({
  progress: z.number().nullish(),
  current_task: z.string().nullish(),
  current_image: z.string().nullish(),
  state: z.object({ interrupted: z.boolean().nullish() }).loose().nullish(),
});
export type Progress = z.infer<typeof Progress>;

/** A list of names, or of objects with one. */
export const Names = z.array(
  z.union([
    z.string(),
    z
      .object({ name: z.string() })
      .loose()
      .transform(({ name }) => name),
  ]),
);
/** `{ model_list: [...] }`, or the bare list. */
export const ControlModels = z.union([
  z.object({ model_list: Names }).transform(({ model_list }) => model_list),
  Names,
]);
