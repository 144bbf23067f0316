import { z } from 'zod';
import { Colour } from './colour.ts';
import { FaceTraits } from './face-traits.ts';
import {
  AGE_RANGES,
  BEARDS,
  BODY_SHAPES,
  CLOTHES_KEYS,
  EXPRESSIONS,
  GAZES,
  GENDERS,
  GLASSES,
  HAIR_STYLES,
  HEAD_COVERS,
  MAKEUPS,
  OUTFIT_STYLES,
  SHOES,
} from './look-values.ts';

/**
 * How a person looks, as far as an engine may be told: read from a photo or from words, edited by the person,
 * drawn by the local engine and put into words for the others. Nothing biometric: the traits of the face are a
 * handful of coarse steps. Fields that came later are optional, so that a look of any age can be read.
 */
export const Look = z.object({
  gender: z.enum(GENDERS),
  ageRange: z.enum(AGE_RANGES),
  /** sRGB of evenly lit skin. */
  skinColour: Colour,
  hairStyle: z.enum(HAIR_STYLES),
  hairColour: Colour,
  headCover: z.enum(HEAD_COVERS),
  glasses: z.enum(GLASSES),
  beard: z.enum(BEARDS),
  /** Girth around the average of 1. */
  build: z.number().min(0.8).max(1.3),
  outfit: z.enum(OUTFIT_STYLES),
  /** Top or outer piece. */
  topColour: Colour,
  bottomColour: Colour,
  /** Shirt under it, tie, belt, pattern: the second colour of the outfit. */
  accentColour: Colour,
  /** Left out: calm and friendly. */
  expression: z.enum(EXPRESSIONS).optional(),
  /** Which outfit of a style; it counts more than `outfit`. Left out: the style's first. */
  clothes: z.enum(CLOTHES_KEYS).optional(),
  /** Left out: what goes with the outfit. */
  shoes: z.enum(SHOES).optional(),
  bodyShape: z.enum(BODY_SHAPES).optional(),
  /** Stature around the average of 1; seen in the proportions. */
  height: z.number().min(0.85).max(1.15).optional(),
  face: FaceTraits.optional(),
  /** Left out: what goes with the hair. */
  eyeColour: Colour.optional(),
  gaze: z.enum(GAZES).optional(),
  makeup: z.enum(MAKEUPS).optional(),
  lipColour: Colour.optional(),
  /** Left out: the accent colour. */
  coverColour: Colour.optional(),
  /** Of the frame. */
  glassesColour: Colour.optional(),
});
export type Look = z.infer<typeof Look>;

/** What the person changed of a suggested look. */
export const LookChoice = Look.partial();
export type LookChoice = z.infer<typeof LookChoice>;
