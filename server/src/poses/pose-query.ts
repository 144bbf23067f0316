import {
  inBoth,
  PoseCategory,
  PoseFraming,
  PoseGender,
  PoseMood,
  PoseSupport,
  PoseView,
} from '@lumiku/contract';
import { z } from 'zod';

/** One value, or several with commas of which one has to fit. */
function anyOf<Value extends string>(value: z.ZodType<Value, string>) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(value))
    .optional();
}
const word = z
  .string()
  .regex(
    /^[a-z0-9_-]{1,40}$/,
    inBoth({ en: 'Use small letters, digits, - and _.', id: 'Pakai huruf kecil, angka, - dan _.' }),
  );

const isTrue = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

export const PoseFilter = z.object({
  category: anyOf(PoseCategory),
  view: anyOf(PoseView),
  framing: anyOf(PoseFraming),
  gender: anyOf(PoseGender),
  arms: anyOf(word),
  support: anyOf(PoseSupport),
  difficulty: anyOf(z.enum(['easy', 'medium', 'hard'])),
  mood: anyOf(PoseMood),
  tag: anyOf(word),
  /** Words in English or Indonesian; all of them must be found. */
  q: z.string().trim().max(100).optional(),
});
export type PoseFilter = z.infer<typeof PoseFilter>;

export const ListPosesQuery = PoseFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(48),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** `meta.nextCursor` of the page before, with the same filter. */
  cursor: z.string().max(100).optional(),
  /** Only poses of one's own. */
  mine: isTrue,
  /** Only favourites, the newest first. */
  favourites: isTrue,
  /** Only poses used before, the last one first. */
  recent: isTrue,
  /** Only poses of this collection. */
  collection: z.uuid().optional(),
});
export type ListPosesQuery = z.infer<typeof ListPosesQuery>;

const side = z.coerce
  .number()
  .int()
  .min(64, 'At least 64 pixels.')
  .max(2048, 'At most 2048 pixels.');

/** Another side of a pose, as switches of its pictures. */
const turns = {
  mirror: isTrue,
  /** Degrees, in place of the pose's own camera. */
  yaw: z.coerce.number().int().min(-180).max(180).optional(),
};

const version = z.string().max(40).optional();
export const ThumbnailQuery = z.object({ ...turns, v: version });
export const CanvasQuery = z.object({
  width: side.default(768),
  height: side.default(1024),
  ...turns,
  /** The 21 points of each hand that is seen. */
  hands: isTrue,
  /** The 70 points of the face. */
  face: isTrue,
  v: version,
});
export type CanvasQuery = z.infer<typeof CanvasQuery>;
