import { CLOTHES, type Clothes, clothesOf, isHijab, Look } from '@lumiku/contract';
import type { TextToImageRequest } from '../../engine.ts';
import { findEthnicity } from './ethnicities.ts';
import type { Picks } from './picks.ts';
import type { ReadWords } from './read-words.ts';

type HairStyles = readonly [Look['hairStyle'], ...Look['hairStyle'][]];

const HAIR_STYLES: Record<Look['gender'], HairStyles> = {
  female: ['long', 'bob', 'ponytail', 'low_bun', 'curly', 'long_wavy', 'lob', 'bangs', 'half_up'],
  male: ['short', 'side_part', 'crop', 'quiff', 'buzz', 'curly', 'undercut'],
  unisex: ['short', 'bob', 'curly', 'ponytail', 'pixie'],
};
const SKIN_COLOURS = ['#c99468', '#e6bd98', '#a56f49', '#7a4a30', '#d9a77f', '#f0cdb4'] as const;
const HAIR_COLOURS = ['#1b1719', '#2b1f1a', '#4a2f21', '#2e2420'] as const;
const GREY_HAIR = ['#8d8a88', '#a9a8a6', '#6f6b69'] as const;

/** Outfits that are picked for one gender only, unless somebody asks for them. */
const WOMENS: readonly Clothes[] = [
  'sweater_skirt',
  'evening_gown',
  'yoga',
  'blouse_skirt',
  'kebaya',
  'baju_kurung',
  'gamis',
  'sundress',
  'shirt_dress',
  'maxi_dress',
  'pleated_dress',
];
const MENS: readonly Clothes[] = [
  'three_piece',
  'tuxedo',
  'basketball',
  'koko',
  'koko_sarong',
  'beskap',
  'batik_shirt',
];
/** Worn under any gender only when asked for by name. */
const BY_NAME_ONLY: readonly Clothes[] = ['doctor_coat'];

function clothesFor(style: Look['outfit'], gender: Look['gender'], picks: Picks): Clothes {
  const all = clothesOf(style);
  const suited = all.filter(
    (clothes) =>
      !BY_NAME_ONLY.includes(clothes) &&
      (gender === 'female' ? !MENS.includes(clothes) : !WOMENS.includes(clothes)) &&
      (gender === 'male' || !MENS.includes(clothes)),
  );
  // A dress for a man is a robe; where nothing is left, the style's own first choice stands.
  const [first = gender === 'female' || style !== 'dress' ? (all[0] ?? 'tee_jeans') : 'gamis'] =
    suited;
  return picks.of('clothes', [first, ...suited.slice(1)]);
}
const HIJAB_COLOURS = ['#d8c7a6', '#b79ad6', '#d9a79a', '#f2efe8', '#7c8a4a', '#22304d'] as const;

/** The person's words first, then their choices, then the seed. */
export function lookFromWords(
  read: ReadWords,
  chosen: TextToImageRequest['attributes'],
  picks: Picks,
): Look {
  const said = read.look;
  const impliedGender = said.headCover && isHijab(said.headCover) ? 'female' : undefined;
  const gender = said.gender ?? chosen.gender ?? impliedGender ?? 'unisex';
  const ageRange = said.ageRange ?? chosen.ageRange ?? 'adult';
  const style = said.outfit ?? chosen.style ?? read.hint.outfit ?? 'casual';
  const clothes = said.clothes ?? clothesFor(style, gender, picks);
  const outfit = CLOTHES[clothes].style;
  const ethnicity =
    read.ethnicity ?? (chosen.ethnicity === undefined ? null : findEthnicity(chosen.ethnicity));
  const colours = picks.of('colours', CLOTHES[clothes].colourways);
  const hairColours = ageRange === 'mature' ? GREY_HAIR : (ethnicity?.hairColours ?? HAIR_COLOURS);
  const topColour = said.topColour ?? colours.top;
  const isOnePiece = colours.top === colours.bottom;
  const isCovered = said.headCover !== undefined && isHijab(said.headCover);
  return Look.parse({
    gender,
    ageRange,
    skinColour: picks.of('skin', ethnicity?.skinColours ?? SKIN_COLOURS),
    hairStyle: picks.of('hair', HAIR_STYLES[gender]),
    hairColour: picks.of('hair colour', hairColours),
    headCover: 'none',
    glasses: 'none',
    beard: beardFor(gender, ageRange, picks),
    build: 0.96 + 0.1 * picks.share('build'),
    topColour,
    bottomColour: isOnePiece ? topColour : colours.bottom,
    accentColour: colours.accent,
    ...(isCovered ? { coverColour: picks.of('hijab', HIJAB_COLOURS) } : {}),
    ...said,
    clothes,
    outfit,
  });
}

function beardFor(gender: Look['gender'], ageRange: Look['ageRange'], picks: Picks): Look['beard'] {
  if (gender !== 'male' || ageRange === 'young') return 'none';
  return picks.of('beard', ['none', 'none', 'none', 'stubble', 'short']);
}
