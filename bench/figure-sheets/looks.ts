import { CLOTHES, type Clothes, Look, type LookChoice } from '@lumiku/contract';

/** A look from a few words of it; clothes bring their style and a colourway along. */
export function lookOf(choice: LookChoice, colourway = 0): Look {
  const clothes: Clothes = choice.clothes ?? 'tee_jeans';
  const { style, colourways } = CLOTHES[clothes];
  const colours = colourways[colourway % colourways.length] ?? colourways[0];
  return Look.parse({
    gender: 'female',
    ageRange: 'adult',
    skinColour: '#cf9a6d',
    hairStyle: 'long',
    hairColour: '#2b1f1a',
    headCover: 'none',
    glasses: 'none',
    beard: 'none',
    build: 1,
    outfit: style,
    clothes,
    topColour: colours.top,
    bottomColour: colours.bottom,
    accentColour: colours.accent,
    ...choice,
  });
}

export const SKINS = {
  porcelain: '#f3d3bd',
  fair: '#eabf9f',
  langsat: '#dcab80',
  olive: '#c99468',
  sawo: '#b07a4e',
  brown: '#8a5a36',
  deep: '#5c3a25',
  ebony: '#452c20',
} as const;

export const HAIRS = {
  black: '#1b1719',
  espresso: '#2e2019',
  brown: '#4a2f21',
  chestnut: '#6d3f26',
  copper: '#9a4522',
  honey: '#b98a4e',
  blond: '#d9b87a',
  grey: '#8d8a88',
  silver: '#bdbbb8',
} as const;
