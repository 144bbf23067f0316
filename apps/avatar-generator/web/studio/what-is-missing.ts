import type { Words } from '@lumiku/contract';

export interface Readiness {
  hasPhoto: boolean;
  /** What the server said about the photo; null while it has not (yet). */
  photoTone: 'good' | 'doubtful' | 'wrong' | null;
  hasPose: boolean;
  price: number;
  /** Credits to spend; null while unknown. */
  available: number | null;
}

export interface Missing {
  kind: 'photo' | 'better-photo' | 'pose' | 'credits';
  words: Words;
}

/** The first thing that keeps a picture from being made, in the order a person would mend it; null when ready. */
export function whatIsMissing(ready: Readiness): Missing | null {
  if (!ready.hasPhoto) {
    return {
      kind: 'photo',
      words: { en: 'Add a photo first.', id: 'Tambahkan foto dulu.' },
    };
  }
  if (ready.photoTone === 'wrong') {
    return {
      kind: 'better-photo',
      words: {
        en: 'This photo cannot be used. Mend it or choose another.',
        id: 'Foto ini tidak bisa dipakai. Perbaiki atau pilih yang lain.',
      },
    };
  }
  if (!ready.hasPose) {
    return { kind: 'pose', words: { en: 'Choose a pose.', id: 'Pilih pose.' } };
  }
  if (ready.available !== null && ready.available < ready.price) {
    const { price, available } = ready;
    return {
      kind: 'credits',
      words: {
        en: `This costs ${price} credits and you have ${available}.`,
        id: `Harganya ${price} kredit dan kamu punya ${available}.`,
      },
    };
  }
  return null;
}
