import { z } from 'zod';
import { inBoth } from './issue-words.ts';

/** `#rrggbb`, in lower case. */
export const Colour = z.string().regex(
  /^#[0-9a-f]{6}$/,
  inBoth({
    en: 'A colour is written #rrggbb, in lower case.',
    id: 'Warna ditulis #rrggbb, dengan huruf kecil.',
  }),
);
