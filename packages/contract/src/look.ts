import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written #rrggbb, in lower case.');

/**
 * How a person looks, as far as an engine may be told: read from a photo or from words, edited by the person,
 * drawn by the local engine and put into words for the others. Nothing biometric.
 */
export const Look = z.object({
  gender: z.enum(['female', 'male', 'unisex']),
  ageRange: z.enum(['young', 'adult', 'mature']),
  /** sRGB of evenly lit skin. */
  skinColour: Colour,
  hairStyle: z.enum(['bald', 'buzz', 'short', 'curly', 'afro', 'bob', 'long', 'ponytail', 'bun']),
  hairColour: Colour,
  headCover: z.enum(['none', 'hijab']),
  glasses: z.enum(['none', 'round', 'square', 'sun']),
  beard: z.enum(['none', 'stubble', 'moustache', 'short', 'full']),
  /** Girth around the average of 1. */
  build: z.number().min(0.8).max(1.3),
  outfit: z.enum(['casual', 'formal', 'sporty', 'professional', 'traditional', 'dress']),
  topColour: Colour,
  bottomColour: Colour,
  /** Cover, tie, belt, pattern: the second colour of the outfit. */
  accentColour: Colour,
  /** Left out: calm and friendly. */
  expression: z.enum(['neutral', 'smile', 'laugh', 'serious', 'surprised', 'sad']).optional(),
});
export type Look = z.infer<typeof Look>;

/** What the person changed of a suggested look. */
export const LookChoice = Look.partial();
export type LookChoice = z.infer<typeof LookChoice>;
