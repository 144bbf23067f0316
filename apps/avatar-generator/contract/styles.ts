import { inBoth, Shading, Words } from '@lumiku/contract';
import { z } from 'zod';

/** The id of a style preset: the name of its data file. Which ones there are, `GET /styles` says. */
export const StylePreset = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    inBoth({
      en: 'A style is named like "realistic" or "line-art".',
      id: 'Gaya disebut seperti "realistic" atau "line-art".',
    }),
  )
  .max(40);
export type StylePreset = z.infer<typeof StylePreset>;
export const DEFAULT_STYLE: StylePreset = 'realistic';

/** A style as it is offered. */
export const Style = z.object({
  id: StylePreset,
  names: Words,
  /** One line about it. */
  about: Words,
  /** What it looks like: the same person in the same pose in every style. */
  sampleUrl: z.string(),
  /** How the local studio draws it. */
  shading: Shading,
});
export type Style = z.infer<typeof Style>;
export const StylesAnswer = z.object({ data: z.array(Style) });
