import { z } from 'zod';
import { Words } from './words.ts';

export const PoseCategory = z.enum([
  'standing',
  'contrapposto',
  'hands',
  'turned',
  'over_shoulder',
  'walking',
  'leaning',
  'seated',
  'floor',
  'crouching',
  'jumping',
]);
export type PoseCategory = z.infer<typeof PoseCategory>;
export const PoseView = z.enum(['front', 'three_quarter', 'side', 'back']);
export type PoseView = z.infer<typeof PoseView>;
export const PoseFraming = z.enum(['full', 'three_quarter', 'half']);
export type PoseFraming = z.infer<typeof PoseFraming>;
export const PoseGender = z.enum(['female', 'male', 'any']);
export type PoseGender = z.infer<typeof PoseGender>;
export const PoseSupport = z.enum(['none', 'wall', 'stool', 'chair', 'floor']);
export type PoseSupport = z.infer<typeof PoseSupport>;
export const PoseMood = z.enum([
  'confident',
  'relaxed',
  'elegant',
  'playful',
  'thoughtful',
  'friendly',
  'energetic',
  'calm',
]);
export type PoseMood = z.infer<typeof PoseMood>;

/** A pose as the API shows it. */
export const PoseTemplate = z.object({
  /** Stable for ever; kebab-case. */
  id: z.string(),
  name: z.string(),
  names: Words,
  category: PoseCategory,
  view: PoseView,
  framing: PoseFraming,
  gender: PoseGender,
  /** What the arms do, e.g. `hand_on_hip`. */
  arms: z.string(),
  support: PoseSupport,
  difficulty: z.enum(['easy', 'medium', 'hard']),
  /** What the pose feels like; poses of people themselves have none. */
  mood: PoseMood.optional(),
  tags: z.array(z.string()),
  /** Made by the person who asks, and seen by nobody else. */
  isMine: z.boolean().optional(),
  thumbnailUrl: z.string(),
  controlUrl: z.string(),
  openposeUrl: z.string(),
  /** COCO-18 seen by the pose's own camera, as fractions of a 3:4 canvas; null where hidden. For overlays. */
  keypoints: z.array(z.tuple([z.number(), z.number()]).nullable()).length(18),
});
export type PoseTemplate = z.infer<typeof PoseTemplate>;

/** Facet → value → how many poses the rest of the filter leaves with it. */
export const PoseFacets = z.record(z.string(), z.record(z.string(), z.number().int()));
export type PoseFacets = z.infer<typeof PoseFacets>;
