import type { Words } from '@lumiku/contract';
import {
  type AgeRange,
  type BodyType,
  countCharacters,
  type Gender,
  GeneratePreviewInput,
  PROMPT_MAX,
  PROMPT_MIN,
  type PreviewState,
  type Style,
} from '../../contract.ts';

/** What a person has written and chosen so far; null leaves it to the words. */
export interface Draft {
  prompt: string;
  gender: Gender | null;
  ageRange: AgeRange | null;
  style: Style | null;
  ethnicity: string | null;
  bodyType: BodyType;
}

export const EMPTY_DRAFT: Draft = {
  prompt: '',
  gender: null,
  ageRange: null,
  style: null,
  ethnicity: null,
  bodyType: 'half_body',
};

/** Why these words cannot be sent, and how to mend it; null when they can. */
export function promptProblem(prompt: string): Words | null {
  const count = countCharacters(prompt.trim());
  if (count < PROMPT_MIN) {
    const missing = PROMPT_MIN - count;
    return {
      en: `Say a little more: ${missing} more ${missing === 1 ? 'character' : 'characters'}.`,
      id: `Ceritakan sedikit lagi: ${missing} karakter lagi.`,
    };
  }
  if (count > PROMPT_MAX) {
    const extra = count - PROMPT_MAX;
    return {
      en: `Shorten it by ${extra} ${extra === 1 ? 'character' : 'characters'}.`,
      id: `Persingkat ${extra} karakter.`,
    };
  }
  return GeneratePreviewInput.shape.prompt.safeParse(prompt).success
    ? null
    : {
        en: 'Describe it in words; emoji alone cannot be drawn.',
        id: 'Ceritakan dengan kata-kata; emoji saja tidak bisa digambar.',
      };
}

/** What is sent for a draft; null while it cannot be. */
export function wishOf(draft: Draft): GeneratePreviewInput | null {
  const chosen = Object.entries(draft).filter(([, value]) => value !== null && value !== '');
  const wish = GeneratePreviewInput.safeParse(Object.fromEntries(chosen));
  return wish.success ? wish.data : null;
}

/** The words and choices a preview was made from, to change them or to ask again. */
export function draftOf({ prompt, attributes }: PreviewState): Draft {
  return {
    prompt,
    gender: attributes.gender ?? null,
    ageRange: attributes.ageRange ?? null,
    style: attributes.style ?? null,
    ethnicity: attributes.ethnicity ?? null,
    bodyType: attributes.bodyType,
  };
}
