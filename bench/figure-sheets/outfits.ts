import { CLOTHES_KEYS, type Look } from '@lumiku/contract';
import { HAIRS, lookOf, SKINS } from './looks.ts';

const MEN = new Set([
  'tee_jeans',
  'overshirt',
  'polo_shorts',
  'suit',
  'three_piece',
  'tuxedo',
  'jersey',
  'tracksuit',
  'basketball',
  'shirt_trousers',
  'batik_shirt',
  'koko',
  'koko_sarong',
  'beskap',
]);
const WOMEN_HAIR = ['long', 'bob', 'low_bun', 'ponytail', 'long_wavy', 'braids'] as const;
const MEN_HAIR = ['side_part', 'crop', 'quiff', 'curly', 'undercut', 'buzz'] as const;
const TONES = [SKINS.langsat, SKINS.sawo, SKINS.fair, SKINS.deep, SKINS.olive, SKINS.brown];
const SHAPES = ['average', 'slim', 'athletic', 'curvy', 'plus'] as const;

/** Every outfit on somebody, over all body shapes and colourways. */
export const OUTFITS: readonly Look[] = CLOTHES_KEYS.map((clothes, at) => {
  const isMan = MEN.has(clothes);
  return lookOf(
    {
      clothes,
      gender: isMan ? 'male' : 'female',
      hairStyle: (isMan ? MEN_HAIR : WOMEN_HAIR)[at % 6] ?? 'short',
      hairColour: [HAIRS.black, HAIRS.espresso, HAIRS.brown, HAIRS.black][at % 4] ?? HAIRS.black,
      skinColour: TONES[at % TONES.length] ?? SKINS.olive,
      bodyShape: SHAPES[at % SHAPES.length] ?? 'average',
      headCover:
        clothes === 'koko' || clothes === 'koko_sarong'
          ? 'peci'
          : clothes === 'beskap'
            ? 'blangkon'
            : clothes === 'gamis'
              ? 'hijab_instant'
              : clothes === 'baju_kurung'
                ? 'hijab'
                : 'none',
    },
    at % 3,
  );
});
