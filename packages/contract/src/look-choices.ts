import { CLOTHES, type ClothesName } from './clothes.ts';
import {
  AGE_NAMES,
  BEARD_NAMES,
  BODY_NAMES,
  EXPRESSION_NAMES,
  GAZE_NAMES,
  GENDER_NAMES,
  GLASSES_NAMES,
  HAIR_NAMES,
  HEAD_COVER_NAMES,
  type LookName,
  MAKEUP_NAMES,
  OUTFIT_NAMES,
  SHOE_NAMES,
} from './look-names.ts';
import {
  AGE_RANGES,
  BEARDS,
  BODY_SHAPES,
  CLOTHES_KEYS,
  EXPRESSIONS,
  GAZES,
  GENDERS,
  GLASSES,
  HAIR_STYLES,
  HEAD_COVERS,
  MAKEUPS,
  OUTFIT_STYLES,
  SHOES,
} from './look-values.ts';
import type { Words } from './words.ts';

interface LookChoiceList<Value extends string> {
  readonly title: Words;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, LookName>>;
}
const list = <Value extends string>(
  en: string,
  id: string,
  values: readonly Value[],
  names: Readonly<Record<Value, LookName>>,
): LookChoiceList<Value> => ({ title: { en, id }, values, names });

const clothesNames: Readonly<Record<(typeof CLOTHES_KEYS)[number], ClothesName>> = CLOTHES;

/** Every choice of a look that is one of a list: what the editor offers and what words can name. */
export const LOOK_CHOICES = {
  gender: list('Figure', 'Sosok', GENDERS, GENDER_NAMES),
  ageRange: list('Age', 'Usia', AGE_RANGES, AGE_NAMES),
  bodyShape: list('Body', 'Tubuh', BODY_SHAPES, BODY_NAMES),
  headCover: list('Head cover', 'Penutup kepala', HEAD_COVERS, HEAD_COVER_NAMES),
  hairStyle: list('Hair', 'Rambut', HAIR_STYLES, HAIR_NAMES),
  glasses: list('Glasses', 'Kacamata', GLASSES, GLASSES_NAMES),
  beard: list('Beard', 'Janggut', BEARDS, BEARD_NAMES),
  makeup: list('Make-up', 'Riasan', MAKEUPS, MAKEUP_NAMES),
  expression: list('Expression', 'Ekspresi', EXPRESSIONS, EXPRESSION_NAMES),
  gaze: list('Eyes look', 'Arah mata', GAZES, GAZE_NAMES),
  outfit: list('Style of clothes', 'Gaya pakaian', OUTFIT_STYLES, OUTFIT_NAMES),
  clothes: list('Outfit', 'Pakaian', CLOTHES_KEYS, clothesNames),
  shoes: list('Shoes', 'Sepatu', SHOES, SHOE_NAMES),
} as const;
export type LookChoiceKey = keyof typeof LOOK_CHOICES;

/** Colours of a look, with starting points; any other can be picked beside them. */
export const LOOK_COLOURS = {
  skinColour: colour('Skin', 'Kulit', '#f3d3bd #e5b691 #cf9a6d #b07a4e #8a5a36 #5c3a25 #3d271a'),
  hairColour: colour(
    'Hair colour',
    'Warna rambut',
    '#1d1715 #3b2a20 #6a4528 #a8743f #d9b46c #9a3f22 #9a9793',
  ),
  eyeColour: colour('Eyes', 'Mata', '#3a2416 #5a3a1f #7a5a2f #5f7a4a #4f7a96 #6f7780'),
  lipColour: colour('Lips', 'Bibir', '#b5656a #a63d40 #c9627a #8a2f45 #d98a72 #6a2a35'),
  coverColour: colour(
    'Head cover colour',
    'Warna penutup kepala',
    '#d8c7a6 #24232a #0d7a84 #c9627a #7c8a4a #f4f2ee',
  ),
  glassesColour: colour('Frame', 'Bingkai', '#23262d #5a3a24 #b08d4f #a9adb3 #8a2f45 #2f4a6a'),
  topColour: colour('Top', 'Atasan', '#f4f2ee #24232a #2f5d8a #0d7a84 #a63d40 #d7a13b'),
  bottomColour: colour('Bottom', 'Bawahan', '#24232a #3a4a63 #5f5a52 #b9a88c #6b4d3a #f4f2ee'),
  accentColour: colour(
    'Second colour',
    'Warna kedua',
    '#0d7a84 #6a3fdc #c9627a #d7a13b #2b8a3e #24232a',
  ),
} as const;
export type LookColourKey = keyof typeof LOOK_COLOURS;

function colour(
  en: string,
  id: string,
  swatches: string,
): { title: Words; swatches: readonly string[] } {
  return { title: { en, id }, swatches: swatches.split(' ') };
}

/** Numbers of a look: 1 is the average. */
export const LOOK_RANGES = {
  build: { title: { en: 'Girth', id: 'Lebar badan' }, min: 0.8, max: 1.3, step: 0.05 },
  height: { title: { en: 'Height', id: 'Tinggi badan' }, min: 0.85, max: 1.15, step: 0.05 },
} as const;
