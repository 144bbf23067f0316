/** The values every choice of a look may have, in the order they are offered; names in both languages are in `look-names`. */

export const GENDERS = ['female', 'male', 'unisex'] as const;
export const AGE_RANGES = ['young', 'adult', 'mature'] as const;
export const BODY_SHAPES = ['average', 'slim', 'athletic', 'curvy', 'plus'] as const;

/** Short to long, then tied, then bare; textures stand beside their lengths. */
export const HAIR_STYLES = [
  'buzz',
  'crop',
  'short',
  'side_part',
  'quiff',
  'slick_back',
  'undercut',
  'pixie',
  'curly',
  'coily',
  'afro',
  'locs',
  'box_braids',
  'cornrows',
  'bob',
  'lob',
  'bangs',
  'long',
  'long_wavy',
  'long_curly',
  'half_up',
  'ponytail',
  'pigtails',
  'braid',
  'braids',
  'bun',
  'low_bun',
  'top_knot',
  'receding',
  'bald',
] as const;
export type HairStyle = (typeof HAIR_STYLES)[number];

/** `hijab` is the pashmina; the others are cut and worn in their own ways. */
export const HEAD_COVERS = [
  'none',
  'hijab',
  'hijab_square',
  'hijab_instant',
  'hijab_turban',
  'turban',
  'peci',
  'blangkon',
  'cap',
  'beanie',
  'hat',
] as const;
export type HeadCover = (typeof HEAD_COVERS)[number];

export const GLASSES = ['none', 'round', 'square', 'wire', 'cat_eye', 'sun', 'aviator'] as const;
export const BEARDS = ['none', 'stubble', 'moustache', 'goatee', 'short', 'full', 'long'] as const;
export const MAKEUPS = ['none', 'natural', 'soft', 'bold'] as const;
export const EXPRESSIONS = [
  'neutral',
  'smile',
  'laugh',
  'confident',
  'serious',
  'thoughtful',
  'wink',
  'surprised',
  'sad',
] as const;
export const GAZES = ['camera', 'left', 'right', 'up', 'down'] as const;
export const SHOES = [
  'sneakers',
  'boots',
  'loafers',
  'oxfords',
  'flats',
  'heels',
  'sandals',
] as const;
export const OUTFIT_STYLES = [
  'casual',
  'formal',
  'sporty',
  'professional',
  'traditional',
  'dress',
] as const;
export type OutfitStyle = (typeof OUTFIT_STYLES)[number];

/** Covers that hide the hair and leave the face; with them clothes are kept modest. */
export const isHijab = (cover: HeadCover): boolean => cover.startsWith('hijab');

/** Whole outfits; `clothes` says which style each belongs to. */
export const CLOTHES_KEYS = [
  'tee_jeans',
  'hoodie_joggers',
  'overshirt',
  'denim_jacket',
  'sweater_skirt',
  'polo_shorts',
  'suit',
  'three_piece',
  'tuxedo',
  'evening_gown',
  'jersey',
  'tracksuit',
  'yoga',
  'basketball',
  'shirt_trousers',
  'blouse_skirt',
  'blazer',
  'long_coat',
  'doctor_coat',
  'batik_shirt',
  'koko',
  'koko_sarong',
  'beskap',
  'kebaya',
  'baju_kurung',
  'gamis',
  'sundress',
  'shirt_dress',
  'maxi_dress',
  'pleated_dress',
] as const;
export type Clothes = (typeof CLOTHES_KEYS)[number];
