import { inBoth } from '@lumiku/contract';
import { z } from 'zod';

/** The app's id: namespace of its routes, jobs, files and ledger references. */
export const AVATAR_CREATOR = 'avatar-creator';
export const AVATAR_CREATOR_PREFIX = '/api/apps/avatar-creator';
/** The same routes once more. */
export const AVATAR_CREATOR_SHORT_PREFIX = '/api/avatar-creator';

/** Whole credits, taken when an avatar is saved. Previews and uploads cost nothing. */
export const PRICES = { avatar: 15 } as const;

/** How long a preview can be looked at and saved. */
export const PREVIEW_KEPT_MINUTES = 60;

export const Gender = z.enum(['male', 'female', 'unisex']);
export type Gender = z.infer<typeof Gender>;
export const AgeRange = z.enum(['young', 'adult', 'mature']);
export type AgeRange = z.infer<typeof AgeRange>;
export const Style = z.enum(['casual', 'formal', 'sporty', 'professional', 'traditional']);
export type Style = z.infer<typeof Style>;
export const BodyType = z.enum(['half_body', 'full_body']);
export type BodyType = z.infer<typeof BodyType>;

/** Any short text is taken ("Javanese", "southeast_asian"); these are what the screens offer. */
export const ETHNICITIES_OFFERED = [
  'southeast_asian',
  'east_asian',
  'south_asian',
  'middle_eastern',
  'african',
  'european',
  'latin_american',
  'pacific_islander',
] as const;
const Ethnicity = z
  .string()
  .trim()
  .min(
    1,
    inBoth({
      en: 'Say the ethnicity in a word or two, or leave it out.',
      id: 'Sebutkan etnis dalam satu atau dua kata, atau kosongkan.',
    }),
  )
  .max(
    50,
    inBoth({
      en: 'Say the ethnicity in at most 50 characters.',
      id: 'Sebutkan etnis paling banyak 50 huruf.',
    }),
  )
  .regex(
    /^[\p{L}\p{M}\p{N} _'’/-]+$/u,
    inBoth({
      en: 'Use letters, spaces and dashes only.',
      id: 'Pakai huruf, spasi, dan tanda hubung saja.',
    }),
  );

/** Pixels, 3:4. */
export const AVATAR_SIZE = { widthPx: 768, heightPx: 1024 } as const;

/** 32 bits, so that every engine can take it. */
export const SEED_MAX = 2 ** 32 - 1;
export const PROMPT_MIN = 10;
export const PROMPT_MAX = 500;

/** Characters as a person counts them: an emoji of two code units is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Text as it can be kept and shown: no control signs, nothing that turns the direction of what follows. */
export const PlainText = z
  .string()
  .overwrite((text) =>
    text
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      // Joiners stay: emoji and several scripts are spelled with them.
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, ''),
  )
  .trim();

/** The person's own words; what is around them does not count. */
export const Prompt = PlainText.refine((text) => countCharacters(text) >= PROMPT_MIN, {
  message: inBoth({
    en: `Describe the avatar in at least ${PROMPT_MIN} characters.`,
    id: `Gambarkan avatar dengan sedikitnya ${PROMPT_MIN} huruf.`,
  }),
  abort: true,
})
  .refine((text) => countCharacters(text) <= PROMPT_MAX, {
    message: inBoth({
      en: `Describe the avatar in at most ${PROMPT_MAX} characters.`,
      id: `Gambarkan avatar dengan paling banyak ${PROMPT_MAX} huruf.`,
    }),
    abort: true,
  })
  .refine((text) => /[\p{L}\p{N}]/u.test(text), {
    message: inBoth({
      en: 'Describe the avatar in words; emoji alone cannot be drawn.',
      id: 'Gambarkan avatar dengan kata; emoji saja tidak dapat digambar.',
    }),
  });

export const AvatarName = PlainText.min(
  1,
  inBoth({ en: 'Give the avatar a name.', id: 'Beri avatar ini nama.' }),
).max(
  100,
  inBoth({
    en: 'Use at most 100 characters for the name.',
    id: 'Pakai paling banyak 100 huruf untuk nama.',
  }),
);

/** The choices that go with the words; all may be left out. */
export const Attributes = z.object({
  gender: Gender.optional(),
  ageRange: AgeRange.optional(),
  style: Style.optional(),
  ethnicity: Ethnicity.optional(),
  bodyType: BodyType.default('half_body'),
});
export type Attributes = z.infer<typeof Attributes>;

/** Every call answers so. */
export const Success = z.literal(true);
