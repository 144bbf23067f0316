import type { Shoes } from './shoes.ts';

type Neckline = 'crew' | 'vee' | 'shirt' | 'band' | 'scoop' | 'high';
/** What stands or lies around the neck. */
type Collar = 'none' | 'rib' | 'shirt' | 'open' | 'band' | 'hood' | 'turtle';
type BottomKind = 'trousers' | 'jeans' | 'shorts' | 'joggers' | 'leggings' | 'skirt' | 'none';

/** How cloth is painted. */
export type Pattern =
  | 'plain'
  | 'stripes'
  | 'chest_stripe'
  | 'buttons'
  | 'polo'
  | 'zip'
  | 'pouch'
  | 'jersey'
  | 'number'
  | 'kawung'
  | 'parang'
  | 'lace'
  | 'embroidery'
  | 'songket'
  | 'dots'
  | 'belted'
  | 'knit'
  | 'waistcoat'
  | 'shirt_and_tie'
  | 'shirt_and_bow'
  | 'yoke'
  | 'check';

/** A garment of the upper body. Lengths along a limb: 1 knee or elbow, 2 ankle or wrist. */
export interface TopPiece {
  readonly neckline: Neckline;
  readonly collar: Collar;
  readonly sleeve: number;
  /** Cloth beyond the body at the trunk and at the sleeve's end, stature units. */
  readonly loose: number;
  readonly sleeveLoose: number;
  readonly cuff: 'none' | 'rib' | 'shirt';
  /** Where it ends, in the pelvis frame; ignored when it goes on as a skirt. */
  readonly hem: number;
  /** It goes on as a skirt to this length (tunic, dress, robe). */
  readonly gown: number | null;
  readonly gownFlare: number;
  readonly pleats: number;
  readonly pattern: Pattern;
}

/** An open piece over the top. */
export interface JacketPiece {
  readonly front: JacketFront;
  readonly collar: 'lapel' | 'shawl' | 'shirt' | 'band' | 'none';
  readonly sleeve: number;
  readonly loose: number;
  readonly hem: number;
  /** Coats go on below the hips to this length. */
  readonly coat: number | null;
  readonly pattern: Pattern;
}
export type JacketFront = 'buttoned' | 'open' | 'wide' | 'closed';

export interface BottomPiece {
  readonly kind: BottomKind;
  /** Of a skirt or of shorts. */
  readonly length: number;
  readonly flare: number;
  readonly pleats: number;
  readonly loose: number;
  readonly pattern: Pattern;
}

/** What is worn, piece by piece. */
export interface Outfit {
  readonly top: TopPiece;
  readonly jacket: JacketPiece | null;
  readonly bottom: BottomPiece;
  readonly shoes: Shoes;
}
