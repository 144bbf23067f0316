import { CLOTHES, type Clothes, isHijab, type Look } from '@lumiku/contract';
import type { Outfit } from './outfit.ts';
import { WARDROBE } from './wardrobe.ts';

/** What is worn for a style where nobody chose an outfit. */
export function clothesFor(look: Look): Clothes {
  if (look.clothes) return look.clothes;
  const female = look.gender === 'female';
  switch (look.outfit) {
    case 'casual':
      return 'tee_jeans';
    case 'sporty':
      return female ? 'yoga' : 'jersey';
    case 'formal':
      return 'suit';
    case 'professional':
      return female ? 'blouse_skirt' : 'shirt_trousers';
    case 'traditional':
      return female ? 'baju_kurung' : 'koko';
    case 'dress':
      return look.gender === 'male' || isHijab(look.headCover) ? 'gamis' : 'sundress';
  }
}

/** The outfit of a look, kept modest under a hijab. */
export function outfitOf(look: Look): Outfit {
  const outfit = WARDROBE[clothesFor(look)];
  const worn = look.shoes ? { ...outfit, shoes: look.shoes } : outfit;
  return isHijab(look.headCover) ? modest(worn) : worn;
}

/** Long sleeves, a high neck, nothing short: as it is worn with a hijab. */
function modest(outfit: Outfit): Outfit {
  const { top, bottom } = outfit;
  const isShort = bottom.kind === 'shorts';
  return {
    ...outfit,
    top: {
      ...top,
      neckline: top.neckline === 'scoop' || top.neckline === 'vee' ? 'high' : top.neckline,
      sleeve: Math.max(top.sleeve, 1.92),
      loose: Math.max(top.loose, 0.0048),
      sleeveLoose: Math.max(Math.min(top.sleeveLoose, 0.0075), 0.0055),
      gown: top.gown !== null && bottom.kind === 'none' ? Math.max(top.gown, 1.84) : top.gown,
    },
    bottom: {
      ...bottom,
      kind: isShort ? 'joggers' : bottom.kind,
      length: isShort || bottom.kind === 'skirt' ? Math.max(bottom.length, 1.84) : bottom.length,
      flare: bottom.kind === 'skirt' ? Math.max(bottom.flare, 0.008) : bottom.flare,
      loose: Math.max(bottom.loose, 0.0045),
    },
  };
}

/** The style a look is dressed in, by its outfit where one was chosen. */
export const styleOf = (look: Look): Look['outfit'] =>
  look.clothes ? CLOTHES[look.clothes].style : look.outfit;
