import { HAIR_STYLES, type HairStyle, HEAD_COVERS, type Look } from '@lumiku/contract';
import { HAIRS, lookOf, SKINS } from './looks.ts';

const MEN: readonly HairStyle[] = [
  'buzz',
  'crop',
  'short',
  'side_part',
  'quiff',
  'slick_back',
  'undercut',
  'top_knot',
  'receding',
  'bald',
  'locs',
];
const COILED: readonly HairStyle[] = ['coily', 'afro', 'locs', 'box_braids', 'cornrows', 'buzz'];
const SHADES = [
  HAIRS.espresso,
  HAIRS.black,
  HAIRS.chestnut,
  HAIRS.honey,
  HAIRS.brown,
  HAIRS.copper,
];
const TONES = [SKINS.langsat, SKINS.sawo, SKINS.fair, SKINS.olive, SKINS.porcelain, SKINS.brown];

/** Every hairstyle, then every cover, on somebody it suits. */
export const HEADS: readonly Look[] = [
  ...HAIR_STYLES.map((hairStyle, at) =>
    lookOf({
      hairStyle,
      gender: MEN.includes(hairStyle) ? 'male' : 'female',
      skinColour: COILED.includes(hairStyle)
        ? SKINS.deep
        : (TONES[at % TONES.length] ?? SKINS.olive),
      hairColour: COILED.includes(hairStyle)
        ? HAIRS.black
        : (SHADES[at % SHADES.length] ?? HAIRS.black),
    }),
  ),
  ...HEAD_COVERS.filter((cover) => cover !== 'none').map((headCover, at) =>
    lookOf({
      headCover,
      hairStyle: 'short',
      gender: headCover.startsWith('hijab') ? 'female' : 'male',
      skinColour: TONES[at % TONES.length] ?? SKINS.olive,
      ...(headCover.startsWith('hijab')
        ? { coverColour: ['#3f7d84', '#d9a79a', '#7c8a4a', '#a4472f'][at % 4] ?? '#3f7d84' }
        : {}),
    }),
  ),
];
