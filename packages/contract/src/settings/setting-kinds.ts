import { z } from 'zod';

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^-?\d+$/, 'is not a whole number')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, `is below ${min.toLocaleString('en')}`)
        .max(max, `is above ${max.toLocaleString('en')}`),
    );
}

/** A number with a fraction between two bounds, both included. */
export function decimal(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
    .transform(Number)
    .pipe(z.number().min(min, `is below ${min}`).max(max, `is above ${max}`));
}

/** Words with commas between them; at least one. */
export const list: z.ZodType<readonly string[], string> = z
  .string()
  .transform((text) => text.split(',').flatMap((word) => word.trim() || []));

/** Names with numbers, such as `comfyui=2, replicate=8`. */
export function numberByName(
  min: number,
  max: number,
): z.ZodType<ReadonlyMap<string, number>, string> {
  return z
    .string()
    .regex(
      /^\s*[\w-]+\s*=\s*\d+\s*(,\s*[\w-]+\s*=\s*\d+\s*)*$/,
      'is not like comfyui=2, replicate=8',
    )
    .transform(
      (text) =>
        new Map(
          text.split(',').map((part) => {
            const [name = '', number = ''] = part.split('=');
            return [name.trim(), Number(number)] as const;
          }),
        ),
    )
    .refine((map) => [...map.values()].every((n) => n >= min && n <= max), {
      error: `has a number below ${min} or above ${max}`,
    });
}

/** One of a few words. */
export function oneOf<const W extends readonly [string, ...string[]]>(
  words: W,
): z.ZodType<W[number], string> {
  return z.string().pipe(z.enum(words, { error: `is none of ${words.join(', ')}` }));
}

/** Yes or no, in the ways people write it. */
export const yesOrNo: z.ZodType<boolean, string> = z
  .string()
  .toLowerCase()
  .regex(/^(1|0|true|false|yes|no|on|off)$/, 'is neither yes nor no')
  .transform((word) => ['1', 'true', 'yes', 'on'].includes(word));

/** An address with one of the given schemes. */
export function address(schemes: readonly string[]): z.ZodType<string, string> {
  return z.string().refine((text) => schemes.includes(schemeOf(text)), {
    error: `is not an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });
}

function schemeOf(text: string): string {
  try {
    return new URL(text).protocol;
  } catch {
    return '';
  }
}

/** Any text; empty counts as unset before it comes here. */
export const text: z.ZodType<string, string> = z.string();

/** Marks a setting that has no value unless it is given. */
export function optional<T>(schema: z.ZodType<T, string>): z.ZodType<T | undefined, string> {
  return schema;
}
