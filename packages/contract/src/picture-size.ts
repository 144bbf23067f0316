import { z } from 'zod';
import type { Words } from './words.ts';

export interface PictureSize {
  readonly id: string;
  readonly names: Words;
  /** What the size is wanted by. */
  readonly uses: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Sizes that shops and social networks ask for; one more is one more line. */
export const PICTURE_SIZES = [
  {
    id: 'square',
    names: { en: 'Square', id: 'Persegi' },
    uses: 'Instagram, Facebook',
    widthPx: 1080,
    heightPx: 1080,
  },
  {
    id: 'portrait',
    names: { en: 'Portrait', id: 'Potret' },
    uses: 'Instagram',
    widthPx: 1080,
    heightPx: 1350,
  },
  {
    id: 'story',
    names: { en: 'Story', id: 'Story' },
    uses: 'TikTok, Reels, WhatsApp',
    widthPx: 1080,
    heightPx: 1920,
  },
  {
    id: 'shop-square',
    names: { en: 'Shop, square', id: 'Toko, persegi' },
    uses: 'Shopee, Tokopedia',
    widthPx: 1200,
    heightPx: 1200,
  },
  {
    id: 'shop-portrait',
    names: { en: 'Shop, portrait', id: 'Toko, potret' },
    uses: 'TikTok Shop, Zalora',
    widthPx: 1200,
    heightPx: 1600,
  },
  {
    id: 'wide',
    names: { en: 'Wide', id: 'Lebar' },
    uses: 'X, LinkedIn',
    widthPx: 1200,
    heightPx: 675,
  },
] as const satisfies readonly PictureSize[];

export const PictureSizeId = z.enum(PICTURE_SIZES.map(({ id }) => id));
export type PictureSizeId = z.infer<typeof PictureSizeId>;

export const PictureFormat = z.enum(['png', 'jpeg', 'webp']);
export type PictureFormat = z.infer<typeof PictureFormat>;

/** @throws never for an id of the list. */
export function pictureSizeOf(id: PictureSizeId): PictureSize {
  const size = PICTURE_SIZES.find((one) => one.id === id);
  if (!size) throw new Error(`there is no size "${id}"`);
  return size;
}
