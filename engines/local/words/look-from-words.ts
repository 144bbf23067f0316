import { Look } from '@lumiku/contract';
import type { TextToImageRequest } from '../../engine.ts';
import { findEthnicity } from './ethnicities.ts';
import type { Picks } from './picks.ts';
import type { ReadWords } from './read-words.ts';

type HairStyles = readonly [Look['hairStyle'], ...Look['hairStyle'][]];

const HAIR_STYLES: Record<Look['gender'], HairStyles> = {
  female: ['long', 'bob', 'ponytail', 'bun', 'curly'],
  male: ['short', 'short', 'buzz', 'curly'],
  unisex: ['short', 'bob', 'curly', 'ponytail'],
};
const SKIN_COLOURS = ['#c99468', '#e6bd98', '#a56f49', '#7a4a30', '#d9a77f', '#f0cdb4'] as const;
const HAIR_COLOURS = ['#1b1719', '#2b1f1a', '#4a2f21', '#2e2420'] as const;
const GREY_HAIR = ['#8d8a88', '#a9a8a6', '#6f6b69'] as const;

interface Dress {
  top: readonly [string, ...string[]];
  bottom: readonly [string, ...string[]];
  accent: readonly [string, ...string[]];
}
/** Colours that go together, for what nobody chose. */
const DRESS_COLOURS: Record<Look['outfit'], Dress> = {
  casual: {
    top: ['#f2efe8', '#4a6078', '#9cc9a8', '#c4785a', '#d8c7a6', '#3a4a5c'],
    bottom: ['#3f5f8f', '#33363d', '#5a6a80'],
    accent: ['#d9cfc0', '#c6c7cb'],
  },
  formal: {
    top: ['#22304d', '#2c2d33', '#4a4d55'],
    bottom: ['#22304d', '#2c2d33', '#4a4d55'],
    accent: ['#7d1f2d', '#2f62b5', '#8b8d92'],
  },
  sporty: {
    top: ['#c2352b', '#1f8a8a', '#2f62b5', '#e0763a', '#33363d'],
    bottom: ['#1f1f23', '#22304d', '#4a4d55'],
    accent: ['#f2efe8', '#e6c14a'],
  },
  professional: {
    top: ['#4a4d55', '#22304d', '#6f4a33', '#d8c7a6', '#1f5a3c'],
    bottom: ['#2c2d33', '#33363d', '#22304d'],
    accent: ['#f2efe8', '#dfe3e8'],
  },
  traditional: {
    top: ['#6f4a33', '#7d1f2d', '#22304d', '#1f5a3c', '#c9a13b'],
    bottom: ['#33363d', '#4a2f21', '#1f1f23'],
    accent: ['#d8c7a6', '#c9a13b', '#e6c99a'],
  },
  dress: {
    top: ['#c2352b', '#1f5a3c', '#22304d', '#d9a79a', '#6b3fa0'],
    bottom: ['#c2352b', '#1f5a3c', '#22304d', '#d9a79a', '#6b3fa0'],
    accent: ['#f2efe8', '#c9a13b'],
  },
};
const HIJAB_COLOURS = ['#d8c7a6', '#b79ad6', '#d9a79a', '#f2efe8', '#7c8a4a', '#22304d'] as const;

/** The person's words first, then their choices, then the seed. */
export function lookFromWords(
  read: ReadWords,
  chosen: TextToImageRequest['attributes'],
  picks: Picks,
): Look {
  const said = read.look;
  const impliedGender = said.headCover === 'hijab' ? 'female' : undefined;
  const gender = said.gender ?? chosen.gender ?? impliedGender ?? 'unisex';
  const ageRange = said.ageRange ?? chosen.ageRange ?? 'adult';
  const outfit = said.outfit ?? chosen.style ?? read.hint.outfit ?? 'casual';
  const ethnicity =
    read.ethnicity ?? (chosen.ethnicity === undefined ? null : findEthnicity(chosen.ethnicity));
  const colours = DRESS_COLOURS[outfit];
  const hairColours = ageRange === 'mature' ? GREY_HAIR : (ethnicity?.hairColours ?? HAIR_COLOURS);
  const topColour = said.topColour ?? picks.of('top', colours.top);
  const isOnePiece = outfit === 'formal' || outfit === 'dress';
  const isCovered = said.headCover === 'hijab';
  return Look.parse({
    gender,
    ageRange,
    outfit,
    skinColour: picks.of('skin', ethnicity?.skinColours ?? SKIN_COLOURS),
    hairStyle: picks.of('hair', HAIR_STYLES[gender]),
    hairColour: picks.of('hair colour', hairColours),
    headCover: 'none',
    glasses: 'none',
    beard: beardFor(gender, ageRange, picks),
    build: 0.96 + 0.1 * picks.share('build'),
    topColour,
    bottomColour: isOnePiece ? topColour : picks.of('bottom', colours.bottom),
    accentColour: isCovered ? picks.of('hijab', HIJAB_COLOURS) : picks.of('accent', colours.accent),
    ...said,
  });
}

function beardFor(gender: Look['gender'], ageRange: Look['ageRange'], picks: Picks): Look['beard'] {
  if (gender !== 'male' || ageRange === 'young') return 'none';
  return picks.of('beard', ['none', 'none', 'none', 'stubble', 'short']);
}
