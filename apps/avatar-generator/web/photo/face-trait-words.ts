import { FACE_TRAIT_NAMES, type FaceTrait, type Words } from '@lumiku/contract';

const A_LITTLE = 0.5;

/** How far a trait is from the average, in words; null: nobody said, the figure decides. */
export function traitWords(trait: FaceTrait, value: number | null): Words {
  if (value === null) return { en: 'As drawn', id: 'Bawaan' };
  if (value === 0) return { en: 'Average', id: 'Sedang' };
  const { low, high } = FACE_TRAIT_NAMES[trait];
  const end = value < 0 ? low : high;
  if (Math.abs(value) > A_LITTLE) return end;
  const small = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
  return { en: `A little ${small(end.en)}`, id: `Agak ${small(end.id)}` };
}
