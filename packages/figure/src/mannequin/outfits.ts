import type { Look } from '@lumiku/contract';
import type { ShoeStyle } from './draw-foot.ts';

type Neckline = 'crew' | 'vee' | 'collar' | 'band' | 'scoop' | 'high';
type Bottom = 'trousers' | 'jeans' | 'shorts' | 'leggings' | 'skirt' | 'none';

/** The cut of an outfit. Lengths along a limb: 1 knee or elbow, 2 ankle or wrist. */
export interface Outfit {
  readonly neckline: Neckline;
  readonly sleeve: number;
  /** Cloth beyond the body, stature units. */
  readonly loose: number;
  /** Where the top ends, in the pelvis frame; ignored when it goes on as a skirt. */
  readonly hem: number;
  /** The top goes on as a skirt to this length (tunic, dress, robe). */
  readonly gown: number | null;
  readonly gownFlare: number;
  readonly bottom: Bottom;
  readonly skirt: number;
  readonly skirtFlare: number;
  readonly shoes: ShoeStyle;
}

/** What is worn for a look: the outfit, kept modest under a hijab. */
export function outfitOf(look: Look): Outfit {
  const covered = look.headCover === 'hijab';
  const female = look.gender === 'female';
  const plain = { gown: null, gownFlare: 0, skirt: 0.9, skirtFlare: 0 } as const;
  switch (look.outfit) {
    case 'casual':
      return {
        ...plain,
        neckline: 'crew',
        sleeve: covered ? 1.93 : 0.52,
        loose: 0.0062,
        hem: -0.022,
        bottom: 'jeans',
        shoes: 'sneaker',
      };
    case 'sporty':
      return {
        ...plain,
        neckline: 'crew',
        sleeve: covered ? 1.93 : 0.46,
        loose: 0.0052,
        hem: -0.02,
        bottom: covered || female ? 'leggings' : 'shorts',
        shoes: 'sneaker',
      };
    case 'formal':
      return {
        ...plain,
        neckline: 'vee',
        sleeve: 1.94,
        loose: 0.0082,
        hem: -0.052,
        bottom: 'trousers',
        shoes: 'leather',
      };
    case 'professional':
      return {
        ...plain,
        neckline: 'collar',
        sleeve: 1.94,
        loose: 0.0052,
        hem: 0.045,
        bottom: female ? 'skirt' : 'trousers',
        skirt: covered ? 1.8 : 0.98,
        skirtFlare: covered ? 0.012 : 0.001,
        shoes: female ? 'flat' : 'leather',
      };
    case 'traditional':
      return {
        ...plain,
        neckline: 'band',
        sleeve: 1.9,
        loose: 0.0088,
        hem: 0,
        gown: female ? 0.95 : 0.72,
        gownFlare: female ? 0.012 : 0.006,
        bottom: female ? 'skirt' : 'trousers',
        skirt: 1.86,
        skirtFlare: 0.004,
        shoes: female ? 'flat' : 'leather',
      };
    case 'dress':
      return {
        ...plain,
        neckline: covered ? 'high' : look.gender === 'male' ? 'band' : 'scoop',
        sleeve: covered || look.gender === 'male' ? 1.92 : 0.32,
        loose: look.gender === 'male' ? 0.009 : 0.0035,
        hem: 0,
        gown: covered || look.gender === 'male' ? 1.84 : 0.94,
        gownFlare: look.gender === 'male' ? 0.01 : 0.03,
        bottom: 'none',
        shoes: look.gender === 'male' ? 'leather' : 'flat',
      };
  }
}
