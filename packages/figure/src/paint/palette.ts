import type { Look } from '@lumiku/contract';
import { femininityOf } from '../mannequin/femininity.ts';
import { outfitOf, styleOf } from '../mannequin/outfits.ts';
import { blendColours, type Colour, pigment } from './ink.ts';

/** Every colour of the figure being drawn, linear. */
export interface Palette {
  readonly clay: Colour;
  readonly skin: Colour;
  readonly lip: Colour;
  readonly hair: Colour;
  readonly brow: Colour;
  readonly lash: Colour;
  readonly lipstick: Colour;
  /** On the lids of somebody made up. */
  readonly shadow: Colour;
  readonly cover: Colour;
  readonly frame: Colour;
  readonly lens: Colour;
  readonly eye: Colour;
  readonly top: Colour;
  readonly bottom: Colour;
  readonly accent: Colour;
  /** Under a jacket. */
  readonly shirt: Colour;
  readonly belt: Colour;
  readonly buckle: Colour;
  readonly shoe: Colour;
  readonly sole: Colour;
  readonly prop: Colour;
}

export const shirtWhite = pigment('#f3f2ee');
export const eyeWhite: Colour = [0.8, 0.79, 0.77];
export const tooth = pigment('#f1eee6');
export const tongue: Colour = [0.42, 0.12, 0.11];
const frameBlack = '#23262d';
const FRAMES: Partial<Record<Look['glasses'], string>> = { wire: '#8d8f94', aviator: '#b8964a' };
const lensDark = pigment('#15171c');
const lensBrown = pigment('#4a3a26');
const grey = pigment('#b9b6b2');

/** Colours of a look; hair greys with age, eyes go with the hair. */
export function paletteOf(look: Look | 'clay'): Palette {
  const clay = pigment('#dddcd9');
  if (look === 'clay')
    return {
      clay,
      skin: clay,
      lip: clay,
      hair: clay,
      brow: clay,
      lash: clay,
      lipstick: clay,
      shadow: clay,
      cover: clay,
      frame: clay,
      lens: clay,
      eye: clay,
      top: clay,
      bottom: clay,
      accent: clay,
      shirt: clay,
      belt: clay,
      buckle: clay,
      shoe: clay,
      sole: clay,
      prop: pigment('#d9d8d5'),
    };
  const skin = pigment(look.skinColour);
  const hair = blendColours(
    hairPigment(look.hairColour),
    grey,
    look.ageRange === 'mature' ? 0.55 : 0,
  );
  const dark = pigment('#241811');
  const rosy: Colour = [0.5, 0.12, 0.13];
  return {
    clay,
    skin,
    lip: blendColours(
      [skin[0] * 0.86, skin[1] * 0.52, skin[2] * 0.5],
      rosy,
      0.06 + 0.2 * femininityOf(look),
    ),
    hair,
    brow: blendColours(blendColours(hair, dark, 0.35), skin, 0.1),
    lash: blendColours(pigment('#120c09'), hair, 0.12),
    lipstick: pigment(look.lipColour ?? (look.makeup === 'bold' ? '#a3243b' : '#b9525c')),
    shadow: blendColours(pigment(look.makeup === 'bold' ? '#5a3346' : '#96604f'), skin, 0.25),
    cover: pigment(look.coverColour ?? coverColour(look)),
    frame: pigment(look.glassesColour ?? FRAMES[look.glasses] ?? frameBlack),
    lens: look.glasses === 'aviator' ? lensBrown : lensDark,
    eye: look.eyeColour ? pigment(look.eyeColour) : eyeColour(hair),
    top: pigment(look.topColour),
    bottom: pigment(look.bottomColour),
    accent: pigment(look.accentColour),
    shirt: shirtColour(look),
    belt: pigment(styleOf(look) === 'professional' ? look.accentColour : '#2f2018'),
    buckle: pigment('#c9b27a'),
    shoe: shoeColour(look),
    sole: soleColour(look),
    prop: pigment('#cfc6b8'),
  };
}

/** A shirt that is worn with a tie is white; other tops under a jacket take the second colour. */
function shirtColour(look: Look): Colour {
  const { pattern } = outfitOf(look).top;
  const isWhite =
    pattern === 'shirt_and_tie' || pattern === 'shirt_and_bow' || pattern === 'waistcoat';
  return isWhite ? shirtWhite : pigment(look.accentColour);
}

const LEATHERS = { boots: '#4a3020', loafers: '#5a3a26', oxfords: '#241913' } as const;

function shoeColour(look: Look): Colour {
  const { shoes } = outfitOf(look);
  switch (shoes) {
    case 'sneakers':
      return styleOf(look) === 'sporty'
        ? blendColours(pigment(look.accentColour), shirtWhite, 0.2)
        : pigment('#eceae5');
    case 'flats':
    case 'heels':
      return blendColours(pigment(look.bottomColour), pigment('#3a2a24'), 0.45);
    case 'sandals':
      return styleOf(look) === 'dress'
        ? blendColours(pigment(look.bottomColour), pigment('#6b432a'), 0.5)
        : pigment('#6b432a');
    default:
      return pigment(LEATHERS[shoes]);
  }
}

function soleColour(look: Look): Colour {
  const { shoes } = outfitOf(look);
  if (shoes === 'sneakers') return shirtWhite;
  return pigment(shoes === 'sandals' ? '#8a6a4a' : '#221a16');
}

/** A peci is black unless somebody says otherwise; other covers take the outfit's second colour. */
const coverColour = (look: Look): string =>
  look.headCover === 'peci' ? '#1d1c22' : look.accentColour;

/** Fair hair goes with lighter eyes; a guess that keeps a face in harmony. */
function eyeColour(hair: Colour): Colour {
  const light = hair[0] * 0.3 + hair[1] * 0.6 + hair[2] * 0.1;
  return light > 0.22 ? pigment('#5f7d92') : light > 0.1 ? pigment('#6d5a35') : pigment('#4a2e1b');
}

/** Hair has no green: yellows of a photo in bad light are drawn as the brown or blond they are. */
function hairPigment(hex: string): Colour {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  const yellowest = 0.36 + 0.28 * (r / 255);
  const green = r > b ? Math.min(g, Math.round(b + (r - b) * yellowest)) : g;
  const pair = (v: number): string => v.toString(16).padStart(2, '0');
  return pigment(`#${pair(r)}${pair(green)}${pair(b)}`);
}
