import { z } from 'zod';
import type { Words } from './words.ts';

/** What makes a face this person's, in coarse steps from −1 to 1 around the average of 0. */
export const FACE_TRAITS = [
  'faceLength',
  'jawWidth',
  'chin',
  'cheeks',
  'eyeSize',
  'eyeSpacing',
  'eyeTilt',
  'browHeight',
  'browThickness',
  'noseWidth',
  'noseLength',
  'lips',
  'mouthWidth',
  'ears',
] as const;
export type FaceTrait = (typeof FACE_TRAITS)[number];

/** Steps are coarse on purpose: enough for a likeness, too few to tell a person by. */
export const FACE_TRAIT_STEP = 0.25;

interface TraitName {
  readonly title: Words;
  /** What −1 and 1 look like. */
  readonly low: Words;
  readonly high: Words;
}
const trait = (title: Words, low: Words, high: Words): TraitName => ({ title, low, high });
const narrow = { en: 'Narrow', id: 'Sempit' };
const wide = { en: 'Wide', id: 'Lebar' };
const thin = { en: 'Thin', id: 'Tipis' };
const full = { en: 'Full', id: 'Tebal' };
const short = { en: 'Short', id: 'Pendek' };
const long = { en: 'Long', id: 'Panjang' };
const small = { en: 'Small', id: 'Kecil' };
const large = { en: 'Large', id: 'Besar' };

export const FACE_TRAIT_NAMES: Readonly<Record<FaceTrait, TraitName>> = {
  faceLength: trait({ en: 'Face', id: 'Wajah' }, { en: 'Round', id: 'Bulat' }, long),
  jawWidth: trait({ en: 'Jaw', id: 'Rahang' }, narrow, wide),
  chin: trait(
    { en: 'Chin', id: 'Dagu' },
    { en: 'Pointed', id: 'Lancip' },
    { en: 'Broad', id: 'Lebar' },
  ),
  cheeks: trait(
    { en: 'Cheeks', id: 'Pipi' },
    { en: 'Lean', id: 'Tirus' },
    { en: 'Full', id: 'Tembam' },
  ),
  eyeSize: trait({ en: 'Eyes', id: 'Mata' }, small, large),
  eyeSpacing: trait(
    { en: 'Distance of the eyes', id: 'Jarak mata' },
    { en: 'Close', id: 'Dekat' },
    { en: 'Apart', id: 'Jauh' },
  ),
  eyeTilt: trait(
    { en: 'Outer corner of the eyes', id: 'Sudut luar mata' },
    { en: 'Down', id: 'Turun' },
    { en: 'Up', id: 'Naik' },
  ),
  browHeight: trait(
    { en: 'Brows', id: 'Alis' },
    { en: 'Low', id: 'Rendah' },
    { en: 'High', id: 'Tinggi' },
  ),
  browThickness: trait({ en: 'Thickness of the brows', id: 'Tebal alis' }, thin, full),
  noseWidth: trait({ en: 'Nose', id: 'Hidung' }, narrow, wide),
  noseLength: trait({ en: 'Length of the nose', id: 'Panjang hidung' }, short, long),
  lips: trait({ en: 'Lips', id: 'Bibir' }, thin, full),
  mouthWidth: trait({ en: 'Mouth', id: 'Mulut' }, narrow, wide),
  ears: trait({ en: 'Ears', id: 'Telinga' }, small, large),
};

const share = z.number().min(-1).max(1).optional();
/** The traits of a face; what is left out is decided by the figure itself, always in the same way for the same look. */
export const FaceTraits = z.object({
  faceLength: share,
  jawWidth: share,
  chin: share,
  cheeks: share,
  eyeSize: share,
  eyeSpacing: share,
  eyeTilt: share,
  browHeight: share,
  browThickness: share,
  noseWidth: share,
  noseLength: share,
  lips: share,
  mouthWidth: share,
  ears: share,
} satisfies Record<FaceTrait, typeof share>);
export type FaceTraits = z.infer<typeof FaceTraits>;
