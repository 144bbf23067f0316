import type { Words } from '@lumiku/contract';

/** The same bounds the server holds to. */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;

export interface PasswordAdvice {
  isEnough: boolean;
  words: Words;
}

/** What to say about a new password while it is typed; null before there is anything to say. Length is what counts. */
export function advisePassword(password: string): PasswordAdvice | null {
  const length = [...password].length;
  if (length === 0) return null;
  if (length < PASSWORD_LENGTH.least) {
    const missing = PASSWORD_LENGTH.least - length;
    return {
      isEnough: false,
      words: { en: `${missing} more characters`, id: `${missing} karakter lagi` },
    };
  }
  if (length > PASSWORD_LENGTH.most) {
    return {
      isEnough: false,
      words: {
        en: `At most ${PASSWORD_LENGTH.most} characters`,
        id: `Paling banyak ${PASSWORD_LENGTH.most} karakter`,
      },
    };
  }
  if (new Set(password).size < 4) {
    return {
      isEnough: true,
      words: {
        en: 'Very easy to guess; mix it a little',
        id: 'Sangat mudah ditebak; campur sedikit',
      },
    };
  }
  return {
    isEnough: true,
    words:
      length >= 12
        ? { en: `${length} characters, strong enough`, id: `${length} karakter, cukup kuat` }
        : { en: `${length} characters, long enough`, id: `${length} karakter, cukup panjang` },
  };
}
