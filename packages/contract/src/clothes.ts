import { CLOTHES_KEYS, type Clothes, type OutfitStyle } from './look-values.ts';
import type { Words } from './words.ts';

/** Colours that go together: top (or outer piece), bottom, and the second colour (shirt under it, pattern, trim). */
export interface Colourway {
  readonly top: string;
  readonly bottom: string;
  readonly accent: string;
}

export interface ClothesName extends Words {
  readonly style: OutfitStyle;
  /** The first is worn where nobody chose. */
  readonly colourways: readonly [Colourway, ...Colourway[]];
}

const clothes = (
  style: OutfitStyle,
  en: string,
  id: string,
  first: readonly [string, string, string],
  ...others: readonly (readonly [string, string, string])[]
): ClothesName => {
  const way = ([top, bottom, accent]: readonly [string, string, string]): Colourway => ({
    top,
    bottom,
    accent,
  });
  return { style, en, id, colourways: [way(first), ...others.map(way)] };
};

/** Whole outfits, by the style they belong to: what the figure wears, piece by piece, is decided by the figure. */
export const CLOTHES: Readonly<Record<Clothes, ClothesName>> = {
  tee_jeans: clothes(
    'casual',
    'T-shirt and jeans',
    'Kaus dan jeans',
    ['#f2efe8', '#3f5f8f', '#c4785a'],
    ['#2f3a4a', '#5a6a80', '#e6c14a'],
    ['#9cc9a8', '#33363d', '#f2efe8'],
  ),
  hoodie_joggers: clothes(
    'casual',
    'Hoodie and joggers',
    'Hoodie dan jogger',
    ['#8fa3b8', '#3a3d45', '#f2efe8'],
    ['#c8b28e', '#4a4640', '#f2efe8'],
    ['#7c8a4a', '#2f332b', '#e8e2d0'],
  ),
  overshirt: clothes(
    'casual',
    'Open shirt over a tee',
    'Kemeja terbuka dan kaus',
    ['#6f8f6a', '#c0ab87', '#f2efe8'],
    ['#b5523b', '#2f3f58', '#f2efe8'],
    ['#4d6a94', '#d9cfc0', '#ffffff'],
  ),
  denim_jacket: clothes(
    'casual',
    'Denim jacket',
    'Jaket jeans',
    ['#5b7fae', '#2c2d33', '#f2efe8'],
    ['#38507a', '#d8c7a6', '#c2352b'],
    ['#8fa9c9', '#3a4a63', '#2c2d33'],
  ),
  sweater_skirt: clothes(
    'casual',
    'Sweater and pleated skirt',
    'Sweter dan rok lipit',
    ['#d9a79a', '#6f5a4a', '#f2efe8'],
    ['#e6dcc6', '#7a2f3a', '#c9a13b'],
    ['#b9c7d6', '#3a4a63', '#f2efe8'],
  ),
  polo_shorts: clothes(
    'casual',
    'Polo shirt and shorts',
    'Kaus polo dan celana pendek',
    ['#1f5a6c', '#c8b28e', '#f2efe8'],
    ['#f2efe8', '#4a6078', '#c2352b'],
    ['#c4785a', '#5a5f4a', '#f2efe8'],
  ),
  suit: clothes(
    'formal',
    'Suit',
    'Setelan jas',
    ['#22304d', '#22304d', '#7d1f2d'],
    ['#4a4d55', '#4a4d55', '#2f62b5'],
    ['#6f5a46', '#6f5a46', '#2f4f3f'],
  ),
  three_piece: clothes(
    'formal',
    'Suit with a waistcoat',
    'Jas dengan rompi',
    ['#3d4550', '#3d4550', '#8b6f3f'],
    ['#5f2a34', '#5f2a34', '#d8c7a6'],
    ['#2f4f4a', '#2f4f4a', '#c9a13b'],
  ),
  tuxedo: clothes(
    'formal',
    'Tuxedo',
    'Tuksedo',
    ['#1b1c22', '#1b1c22', '#17181c'],
    ['#efe9dc', '#1b1c22', '#17181c'],
    ['#5a1526', '#1b1c22', '#17181c'],
  ),
  evening_gown: clothes(
    'formal',
    'Evening gown',
    'Gaun malam',
    ['#7d1f3a', '#7d1f3a', '#c9a13b'],
    ['#1f4a4f', '#1f4a4f', '#d8c7a6'],
    ['#2a2440', '#2a2440', '#b9bcc6'],
  ),
  jersey: clothes(
    'sporty',
    'Jersey and shorts',
    'Jersey dan celana pendek',
    ['#c2352b', '#f2efe8', '#f2efe8'],
    ['#2f62b5', '#22304d', '#e6c14a'],
    ['#1f8a5a', '#1f1f23', '#f2efe8'],
  ),
  tracksuit: clothes(
    'sporty',
    'Tracksuit',
    'Setelan olahraga',
    ['#22304d', '#22304d', '#f2efe8'],
    ['#8a2f3f', '#8a2f3f', '#f2efe8'],
    ['#33363d', '#33363d', '#7fd1b9'],
  ),
  yoga: clothes(
    'sporty',
    'Fitted top and leggings',
    'Atasan pas badan dan legging',
    ['#6b4a86', '#2c2a3a', '#d9a79a'],
    ['#1f8a8a', '#22303a', '#f2efe8'],
    ['#d0637a', '#33363d', '#f2efe8'],
  ),
  basketball: clothes(
    'sporty',
    'Basketball kit',
    'Baju basket',
    ['#e0763a', '#e0763a', '#22304d'],
    ['#f2efe8', '#f2efe8', '#2f62b5'],
    ['#33363d', '#33363d', '#e6c14a'],
  ),
  shirt_trousers: clothes(
    'professional',
    'Shirt and trousers',
    'Kemeja dan celana kain',
    ['#dfe6ef', '#2c3445', '#5a3d2b'],
    ['#b8cbe0', '#4a4d55', '#2b1d16'],
    ['#e8d9d3', '#3a3330', '#5a3d2b'],
  ),
  blouse_skirt: clothes(
    'professional',
    'Blouse and pencil skirt',
    'Blus dan rok span',
    ['#f0e9e1', '#33384a', '#7d5a4a'],
    ['#c9d6d3', '#2c2d33', '#3a3a3a'],
    ['#d9b8b0', '#4a3a44', '#5a2f3a'],
  ),
  blazer: clothes(
    'professional',
    'Blazer over a top',
    'Blazer',
    ['#c8b28e', '#3a3d45', '#f7f4ee'],
    ['#3f4f6a', '#2c2d33', '#f7f4ee'],
    ['#7a8f86', '#e6e0d4', '#33363d'],
  ),
  long_coat: clothes(
    'professional',
    'Long coat and turtleneck',
    'Mantel panjang',
    ['#a98a63', '#2c2d33', '#26282e'],
    ['#4a4f58', '#33363d', '#d8d2c6'],
    ['#6a2f35', '#2c2d33', '#efe8dc'],
  ),
  doctor_coat: clothes(
    'professional',
    'Doctor’s coat',
    'Jas dokter',
    ['#f4f4f1', '#3a4a5c', '#7fb3c8'],
    ['#f4f4f1', '#2f4f4f', '#4f9d8f'],
    ['#f4f4f1', '#33363d', '#d8b7c0'],
  ),
  batik_shirt: clothes(
    'traditional',
    'Batik shirt',
    'Kemeja batik',
    ['#5a3320', '#2a2420', '#d9b36a'],
    ['#1f3350', '#26282e', '#d8d2c6'],
    ['#6a2430', '#2a2420', '#e0c08a'],
  ),
  koko: clothes(
    'traditional',
    'Baju koko and trousers',
    'Baju koko dan celana',
    ['#f2efe8', '#33363d', '#b9a26a'],
    ['#dfe8e0', '#3f4a42', '#4f8a6a'],
    ['#3a4a5c', '#26282e', '#c8ccd2'],
  ),
  koko_sarong: clothes(
    'traditional',
    'Baju koko and sarong',
    'Baju koko dan sarung',
    ['#f2efe8', '#2f5a4a', '#d8c48a'],
    ['#e8e2d4', '#5a2f3a', '#e0c9a0'],
    ['#c9d6e0', '#2a3a5a', '#e6e0d4'],
  ),
  beskap: clothes(
    'traditional',
    'Beskap and batik cloth',
    'Beskap dan kain batik',
    ['#1f2026', '#5a3a22', '#c9a13b'],
    ['#4a1f2a', '#4a3220', '#d8b36a'],
    ['#1f3a35', '#4f3a26', '#d8c48a'],
  ),
  kebaya: clothes(
    'traditional',
    'Kebaya and batik cloth',
    'Kebaya dan kain batik',
    ['#d98aa0', '#5a3a24', '#e6c98f'],
    ['#f0e8d8', '#4a2f22', '#c9a13b'],
    ['#2f7a6a', '#4a2a30', '#e0c08a'],
  ),
  baju_kurung: clothes(
    'traditional',
    'Baju kurung',
    'Baju kurung',
    ['#5f87a8', '#5f87a8', '#e6d3a3'],
    ['#b3566a', '#7a3a4a', '#e8cfa0'],
    ['#6a8f5a', '#4a6a44', '#efe2b8'],
  ),
  gamis: clothes(
    'traditional',
    'Gamis',
    'Gamis',
    ['#7a6a8a', '#7a6a8a', '#d8c7a6'],
    ['#2f4a44', '#2f4a44', '#c9b27a'],
    ['#b08a78', '#b08a78', '#f0e4d6'],
  ),
  sundress: clothes(
    'dress',
    'Sundress',
    'Gaun musim panas',
    ['#c2352b', '#c2352b', '#f2efe8'],
    ['#3f6fa8', '#3f6fa8', '#f2efe8'],
    ['#e6b84a', '#e6b84a', '#ffffff'],
  ),
  shirt_dress: clothes(
    'dress',
    'Shirt dress',
    'Gaun kemeja',
    ['#7f9c86', '#7f9c86', '#5a3d2b'],
    ['#d8c7a6', '#d8c7a6', '#6f4a33'],
    ['#4d6a94', '#4d6a94', '#e6dcc6'],
  ),
  maxi_dress: clothes(
    'dress',
    'Long dress',
    'Gaun panjang',
    ['#2f5a4a', '#2f5a4a', '#e6c99a'],
    ['#a85a6a', '#a85a6a', '#f0ddd0'],
    ['#3a3f6a', '#3a3f6a', '#d8d2e6'],
  ),
  pleated_dress: clothes(
    'dress',
    'Pleated dress',
    'Gaun lipit',
    ['#b79ad6', '#b79ad6', '#6b4a86'],
    ['#8fb9b0', '#8fb9b0', '#2f5a52'],
    ['#e0a48a', '#e0a48a', '#8a3f2f'],
  ),
};

/** The outfits of a style, in the order they are offered; the first is worn where nobody chose. */
export const clothesOf = (style: OutfitStyle): readonly Clothes[] =>
  CLOTHES_KEYS.filter((key) => CLOTHES[key].style === style);
