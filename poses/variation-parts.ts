import { PoseFraming, PoseGender, PoseMood } from '@lumiku/contract';
import { ArmSpec } from '@lumiku/pose-kit';
import { z } from 'zod';
import { Difficulty } from './pose-entry.ts';

const Key = z.string().regex(/^[a-z]+$/);
const Phrase = z.string().min(2);
const Arm = z.union([z.string(), ArmSpec]);
const Angles = z.strictObject({
  yaw: z.number().default(0),
  pitch: z.number().default(0),
  roll: z.number().default(0),
});

/** How a body holds itself up; says which actions of the hands make sense. */
export const Posture = z.enum(['upright', 'seat', 'floor', 'reclined', 'low', 'air']);
export type Posture = z.infer<typeof Posture>;

const Facets = {
  /** Postures in which it makes sense. */
  on: z.array(Posture).min(1),
  /** 3 is what people do every day, 1 what they do for a picture. */
  rank: z.number().int().min(1).max(3),
  /** The facet `arms`. */
  does: z.string().regex(/^[a-z_]+$/),
  mood: PoseMood,
  gender: PoseGender.optional(),
  tags: z.array(z.string()).default([]),
  prop: z.string().optional(),
  /** Not for a body that runs, skips or balances. */
  isCalm: z.boolean().default(false),
};

/** What one hand or arm does, with the words that follow "one hand" and "both hands". */
export const Action = z.strictObject({
  ...Facets,
  noun: z.string(),
  names: z.strictObject({ en: Phrase, enBoth: Phrase.optional(), id: Phrase }),
  arm: z.union([Arm, z.partialRecord(Posture, Arm)]),
  /** Which of two actions a person would name first; 0 goes without saying. */
  shows: z.number().int().min(0).max(3),
  doesBoth: z.string().optional(),
  /** Never done by both hands at once. */
  oneOnly: z.boolean().default(false),
  needsWall: z.boolean().default(false),
  /** The only actions the other arm may do meanwhile. */
  onlyWith: z.array(Key).optional(),
});
export type Action = z.infer<typeof Action>;

/** What two arms do together. */
export const ArmPair = z.strictObject({
  ...Facets,
  names: z.strictObject({ en: Phrase, id: Phrase }),
  left: Arm,
  right: Arm,
});
export type ArmPair = z.infer<typeof ArmPair>;

/** How the body leans, on top of how its stance holds it. */
export const Lean = z.strictObject({
  names: z.strictObject({ en: Phrase, id: Phrase }),
  chest: Angles,
  head: Angles,
  pelvis: Angles.extend({ z: z.number().default(0) }),
  rank: z.number().int().min(1).max(3),
});
export type Lean = z.infer<typeof Lean>;

/** library/parts/actions.json: what arms and bodies do in variations. */
export const ActionFile = z.strictObject({
  license: z.string().min(1),
  nouns: z.record(z.string(), z.strictObject({ en: Phrase, enBoth: Phrase, id: Phrase })),
  actions: z.record(Key, Action),
  pairs: z.record(Key, ArmPair),
  leans: z.record(Key, Lean),
});
export type ActionFile = z.infer<typeof ActionFile>;

/** One variation: a base pose with other arms and, if it says so, another lean. */
export const Variation = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  base: z.string(),
  /** Left and right action, or the one pair. */
  arms: z.union([z.tuple([Key, Key]), z.tuple([Key])]),
  lean: Key.optional(),
  gender: PoseGender,
  difficulty: Difficulty,
  /** Default: as the base is framed. */
  framing: PoseFraming.optional(),
});
export type Variation = z.infer<typeof Variation>;

/** library/variations.json, written by build/choose-variations.ts and read by people. */
export const VariationFile = z.strictObject({
  license: z.string().min(1),
  /** How many variations all runs tried and refused, by reason. */
  refused: z.record(z.string(), z.number().int()),
  /** Variations that a person looked at and did not want. */
  unwanted: z.array(z.string()),
  variations: z.array(Variation),
});
export type VariationFile = z.infer<typeof VariationFile>;
