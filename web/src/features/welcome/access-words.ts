import type { Words } from '@lumiku/contract';

/** `own` is the very first account of the studio. */
export type AccessMode = 'own' | 'sign-in' | 'sign-up';

export function accessWords(mode: AccessMode): { title: Words; lead: Words; submit: Words } {
  return WORDS[mode];
}

const WORDS: Record<AccessMode, { title: Words; lead: Words; submit: Words }> = {
  own: {
    title: { en: 'Welcome to your studio', id: 'Selamat datang di studiomu' },
    lead: {
      en: 'You are the first one here, so this account owns the studio and can let others in.',
      id: 'Kamu yang pertama di sini, jadi akun ini menjadi pemilik dan mengatur sisanya.',
    },
    submit: { en: 'Create my studio', id: 'Buat studio saya' },
  },
  'sign-in': {
    title: { en: 'Good to see you', id: 'Senang bertemu lagi' },
    lead: { en: 'Sign in to your studio.', id: 'Masuk ke studiomu.' },
    submit: { en: 'Sign in', id: 'Masuk' },
  },
  'sign-up': {
    title: { en: 'Create your account', id: 'Buat akunmu' },
    lead: {
      en: 'A photo, a pose, and you hold the picture. Credits to begin with are included.',
      id: 'Satu foto, satu pose, dan gambarnya jadi. Kredit awal sudah termasuk.',
    },
    submit: { en: 'Create my account', id: 'Buat akun saya' },
  },
};
