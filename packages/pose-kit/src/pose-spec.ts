import { z } from 'zod';
import { CONTACT_NAMES } from './contact-names.ts';

const Degrees = z.number().min(-360).max(360);
/** A point or direction in fractions of stature; x is outward on the limb's own side. */
const Outward = z.tuple([z.number(), z.number(), z.number()]);

const Turn = z.strictObject({
  yaw: Degrees.default(0),
  pitch: Degrees.default(0),
  roll: Degrees.default(0),
});

export const HandShapeName = z.enum(['relaxed', 'flat', 'fist', 'point', 'grip']);

export const LegSpec = z.strictObject({
  /** Where the ankle stands: x to the subject's left, z forward. */
  at: z.tuple([z.number(), z.number()]),
  /** Toes outward, degrees. */
  toeOut: Degrees.default(8),
  /** Height of the ankle above where it is on a flat foot. */
  lift: z.number().min(0).max(1).default(0),
  /** Default: flat without lift, on the ball with little lift, free with much. */
  foot: z.enum(['flat', 'ball', 'free']).optional(),
  /** Toes pointed away from the shin, degrees; for a free foot. */
  point: Degrees.default(25),
  /** Direction of the knee: x outward, y up, z forward. Default: where the toes and the pelvis look. */
  knee: Outward.optional(),
});
export type LegSpec = z.infer<typeof LegSpec>;

export const AttachName = z.enum([
  'pelvis',
  'chest',
  'head',
  'floor',
  'ownThigh',
  'otherThigh',
  'ownShin',
  'otherShin',
  'otherUpperArm',
  'otherForearm',
]);
export type AttachName = z.infer<typeof AttachName>;

/** A place for the wrist, fixed to a part of the body, with how the arm comes to it. */
export const ContactPlace = z.strictObject({
  attach: AttachName,
  /** In the part's frame: x outward, y up along the part, z to its front. */
  point: Outward,
  /** Where the elbow points, in the chest's frame. */
  elbow: Outward,
  /** Where the fingers point, in the part's frame; default along the forearm. */
  fingers: Outward.optional(),
  /** Where the palm faces, in the part's frame. */
  palm: Outward.optional(),
  hand: HandShapeName.default('relaxed'),
});
export type ContactPlace = z.infer<typeof ContactPlace>;

export const TouchArm = z.strictObject({
  touch: z.union([z.enum(CONTACT_NAMES), ContactPlace]),
  /** Moves the contact, in its part's frame. */
  by: Outward.default([0, 0, 0]),
  elbow: Outward.optional(),
  fingers: Outward.optional(),
  palm: Outward.optional(),
  /** Degrees of pronation when no palm direction is given. */
  turn: Degrees.default(0),
  hand: HandShapeName.optional(),
  /** Degrees the shoulder is lifted beyond what the arm needs. */
  shrug: Degrees.default(0),
});
export type TouchArm = z.infer<typeof TouchArm>;

export const FreeArm = z.strictObject({
  free: z.strictObject({
    /** Degrees away from the body, then forward, then inward about its own length. */
    out: Degrees,
    forward: Degrees,
    inward: Degrees.default(0),
    /** Elbow flexion. */
    bend: Degrees,
  }),
  /** Pronation: + turns the palm back and down. */
  turn: Degrees.default(15),
  /** Wrist flexion: + towards the palm. */
  wrist: Degrees.default(6),
  hand: HandShapeName.optional(),
  shrug: Degrees.default(0),
});
export type FreeArm = z.infer<typeof FreeArm>;

export const ArmSpec = z.union([FreeArm, TouchArm]);
export type ArmSpec = z.infer<typeof ArmSpec>;

export const SupportName = z.enum(['none', 'wall', 'stool', 'chair', 'floor']);

/**
 * A pose as it is written down: independent of body type and of the camera. Lengths are fractions of stature,
 * angles degrees. Pelvis and chest turn in the body's frame, the head turns on the chest.
 */
export const PoseSpec = z.strictObject({
  pelvis: Turn.extend({
    /** Default: over the feet by `weight`. */
    x: z.number().optional(),
    /** Height of the hip line; default: from the leg that carries the weight. */
    y: z.number().min(0).max(1.2).optional(),
    z: z.number().optional(),
  }),
  chest: Turn,
  head: Turn,
  /** Share of the weight on the left foot. */
  weight: z.number().min(0).max(1),
  /** Flexion of the knee that carries the weight. */
  kneeBend: Degrees,
  legs: z.strictObject({ left: LegSpec, right: LegSpec }),
  arms: z.strictObject({ left: ArmSpec, right: ArmSpec }),
  support: SupportName,
  /** What is held, for prompts and tags, e.g. `bag`. */
  props: z.array(z.string().regex(/^[a-z_]+$/)).default([]),
});
export type PoseSpec = z.infer<typeof PoseSpec>;
export type PoseSpecInput = z.input<typeof PoseSpec>;
