import { PoseCategory, PoseFraming, PoseGender, PoseMood, Words } from '@lumiku/contract';
import { ArmSpec, LegSpec, PoseSpec } from '@lumiku/pose-kit';
import { z } from 'zod';

const License = z.string().min(1);
const Angles = z.strictObject({
  yaw: z.number().optional(),
  pitch: z.number().optional(),
  roll: z.number().optional(),
});
const Pelvis = Angles.extend({
  x: z.number().optional(),
  y: z.number().optional(),
  z: z.number().optional(),
});

/** library/parts/stances.json: how pelvis, spine and legs stand, by name. */
export const StanceFile = z.strictObject({
  license: License,
  stances: z.record(
    z.string().regex(/^[a-z_]+$/),
    z.strictObject({
      pelvis: Pelvis,
      chest: Angles,
      weight: z.number(),
      kneeBend: z.number(),
      legs: z.strictObject({ left: z.unknown(), right: z.unknown() }),
      support: z.string(),
    }),
  ),
});

/** library/parts/arms.json: what an arm does, by name; every contact of the pose kit is a name too. */
export const ArmFile = z.strictObject({
  license: License,
  arms: z.record(z.string().regex(/^[a-z_]+$/), ArmSpec),
});

const Arm = z.union([z.string(), ArmSpec]);

export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export type Difficulty = z.infer<typeof Difficulty>;

const LegChange = LegSpec.partial();

/** One pose as a person writes it: a stance, two arms, a head, a camera, and how people find it. */
export const PoseEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  names: z.strictObject({ en: Words.shape.en.min(3), id: Words.shape.id.min(3) }),
  gender: PoseGender,
  stance: z.string(),
  /** Differences from the stance. */
  change: z
    .strictObject({
      pelvis: Pelvis.optional(),
      chest: Angles.optional(),
      weight: z.number().optional(),
      kneeBend: z.number().optional(),
      legs: z.strictObject({ left: LegChange.optional(), right: LegChange.optional() }).optional(),
    })
    .optional(),
  head: Angles,
  arms: z.strictObject({ left: Arm, right: Arm }),
  camera: z.strictObject({
    yaw: z.number().min(-180).max(180),
    pitch: z.number().min(-30).max(60).default(4),
    framing: PoseFraming,
  }),
  armsDo: z.string().regex(/^[a-z_]+$/),
  difficulty: Difficulty,
  mood: PoseMood,
  tags: z.array(z.string().regex(/^[a-z-]+$/)),
  props: PoseSpec.shape.props,
  /**
   * False for a body that is like another one but for the camera, left and right or a detail: its variations are in the
   * library, it is not. Its id still finds it in pictures made before.
   */
  isListed: z.boolean().default(true),
  /** What the legs and body do, in words: given for poses of which library/variations.json has variations. */
  vary: z
    .strictObject({
      en: Words.shape.en.min(3),
      id: Words.shape.id.min(3),
      /** Runs, skips or balances: nobody puts a hand into a pocket meanwhile. */
      isMoving: z.boolean().default(false),
    })
    .optional(),
});
export type PoseEntry = z.infer<typeof PoseEntry>;

export const PoseFile = z.strictObject({
  license: License,
  category: PoseCategory,
  poses: z.array(PoseEntry).min(1),
});
export type PoseFile = z.infer<typeof PoseFile>;

export type StanceFile = z.infer<typeof StanceFile>;
export type ArmFile = z.infer<typeof ArmFile>;
