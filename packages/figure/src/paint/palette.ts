import type { Look } from '@lumiku/contract';
import { blendColours, type Colour, pigment } from './ink.ts';

/** Every colour of the figure being drawn, linear. */
export interface Palette {
  readonly clay: Colour;
  readonly skin: Colour;
  readonly lip: Colour;
  readonly hair: Colour;
  readonly brow: Colour;
  readonly eye: Colour;
  readonly top: Colour;
  readonly bottom: Colour;
  readonly accent: Colour;
  readonly shoe: Colour;
  readonly sole: Colour;
  readonly prop: Colour;
}

export const shirtWhite = pigment('#f3f2ee');
export const eyeWhite: Colour = [0.8, 0.79, 0.77];
export const frameBlack = pigment('#23262d');
export const lensDark = pigment('#15171c');
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
      eye: clay,
      top: clay,
      bottom: clay,
      accent: clay,
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
      look.gender === 'female' ? 0.42 : 0.06,
    ),
    hair,
    brow: blendColours(blendColours(hair, dark, 0.35), skin, 0.1),
    eye: eyeColour(hair),
    top: pigment(look.topColour),
    bottom: pigment(look.bottomColour),
    accent: pigment(look.accentColour),
    shoe: shoeColour(look),
    sole: look.outfit === 'casual' || look.outfit === 'sporty' ? shirtWhite : pigment('#2a211c'),
    prop: pigment('#cfc6b8'),
  };
}

function shoeColour(look: Look): Colour {
  switch (look.outfit) {
    case 'casual':
      return pigment('#eceae5');
    case 'sporty':
      return blendColours(pigment(look.accentColour), shirtWhite, 0.15);
    case 'formal':
      return pigment('#2b1d16');
    case 'professional':
      return pigment('#26221f');
    case 'traditional':
      return pigment('#6b432a');
    case 'dress':
      return pigment(look.bottomColour);
  }
}

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
