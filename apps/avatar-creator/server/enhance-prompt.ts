import type { Attributes } from '../contract.ts';

const FRAMING = {
  half_body: 'professional portrait photo, half body from the waist up, facing the camera',
  full_body: 'professional full-length photo, full body from head to feet, standing',
} as const;
const GENDER = { male: 'man', female: 'woman', unisex: 'androgynous person' } as const;
const AGE = {
  young: 'young adult',
  adult: 'adult in their thirties or forties',
  mature: 'mature, over fifty',
} as const;
const STYLE = {
  casual: 'casual everyday clothes',
  formal: 'formal clothes, tailored suit',
  sporty: 'sporty activewear',
  professional: 'professional business clothes',
  traditional: 'traditional clothes of their culture',
} as const;
const QUALITY =
  'photorealistic, natural skin texture, soft studio light, sharp focus, 85mm lens, high detail';

/** What should not be in a portrait, for engines that take it. */
export const NEGATIVE_PROMPT =
  'blurry, low quality, deformed, extra fingers, extra limbs, several people, text, watermark, logo, frame, cropped head';

export interface EnhancedPrompt {
  prompt: string;
  negativePrompt: string;
}

/**
 * The person's words with framing before them, attributes and photographic terms behind. Their words stay as they
 * wrote them, but for signs that some engines take for commands (`--`, `||`, `<lora:...>`, `{a|b}`).
 */
export function enhancePrompt(words: string, attributes: Attributes): EnhancedPrompt {
  const { gender, ageRange, style, ethnicity, bodyType } = attributes;
  const parts = [
    FRAMING[bodyType],
    harmless(words),
    gender && GENDER[gender],
    ageRange && AGE[ageRange],
    ethnicity && harmless(ethnicity.replaceAll('_', ' ')),
    style && STYLE[style],
    QUALITY,
  ];
  return {
    prompt: parts.filter((part) => part).join(', '),
    negativePrompt: NEGATIVE_PROMPT,
  };
}

/** Signs with the same look for a reader and no meaning for a prompt parser. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '<': '‹',
  '>': '›',
  '|': '¦',
  '{': '(',
  '}': ')',
};

function harmless(words: string): string {
  return words
    .replace(/[<>|{}]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/-{2,}/g, '–')
    .replace(/\s+/g, ' ')
    .trim();
}
