import type { Look } from '@lumiku/contract';
import { blendColours, type Colour, linear } from './ink.ts';

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

export const shirtWhite = linear('#f3f2ee');
export const eyeWhite: Colour = [0.8, 0.79, 0.77];
export const frameBlack = linear('#23262d');
export const lensDark = linear('#15171c');
const grey = linear('#b9b6b2');

/** Colours of a look; hair greys with age, eyes go with the hair. */
export function paletteOf(look: Look | 'clay'): Palette {
  const clay = linear('#e3e1dc');
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
      prop: linear('#d6d3cd'),
    };
  const skin = linear(look.skinColour);
  const hair = blendColours(linear(look.hairColour), grey, look.ageRange === 'mature' ? 0.55 : 0);
  const dark = linear('#241811');
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
    top: linear(look.topColour),
    bottom: linear(look.bottomColour),
    accent: linear(look.accentColour),
    shoe: shoeColour(look),
    sole: look.outfit === 'casual' || look.outfit === 'sporty' ? shirtWhite : linear('#2a211c'),
    prop: linear('#cfc6b8'),
  };
}

function shoeColour(look: Look): Colour {
  switch (look.outfit) {
    case 'casual':
      return linear('#eceae5');
    case 'sporty':
      return blendColours(linear(look.accentColour), shirtWhite, 0.15);
    case 'formal':
      return linear('#2b1d16');
    case 'professional':
      return linear('#26221f');
    case 'traditional':
      return linear('#6b432a');
    case 'dress':
      return linear(look.bottomColour);
  }
}

/** Fair hair goes with lighter eyes; a guess that keeps a face in harmony. */
function eyeColour(hair: Colour): Colour {
  const light = hair[0] * 0.3 + hair[1] * 0.6 + hair[2] * 0.1;
  return light > 0.22 ? linear('#5f7d92') : light > 0.1 ? linear('#6d5a35') : linear('#4a2e1b');
}
