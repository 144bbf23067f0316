import type { Words } from '@lumiku/contract';
import {
  AgeRange,
  type Attributes,
  BodyType,
  ETHNICITIES_OFFERED,
  type Gender,
  Style,
} from '../../contract.ts';

const GENDER: Record<Gender, Words> = {
  female: { en: 'Female', id: 'Perempuan' },
  male: { en: 'Male', id: 'Laki-laki' },
  unisex: { en: 'Either', id: 'Bebas' },
};
const AGE: Record<AgeRange, Words> = {
  young: { en: 'Young', id: 'Muda' },
  adult: { en: 'Adult', id: 'Dewasa' },
  mature: { en: 'Mature', id: 'Matang' },
};
const STYLE: Record<Style, Words> = {
  casual: { en: 'Casual', id: 'Kasual' },
  formal: { en: 'Formal', id: 'Formal' },
  sporty: { en: 'Sporty', id: 'Sporty' },
  professional: { en: 'Professional', id: 'Profesional' },
  traditional: { en: 'Traditional', id: 'Tradisional' },
};
const BODY: Record<BodyType, Words> = {
  half_body: { en: 'Half body', id: 'Setengah badan' },
  full_body: { en: 'Full body', id: 'Seluruh badan' },
};
const ETHNICITY: Record<(typeof ETHNICITIES_OFFERED)[number], Words> = {
  southeast_asian: { en: 'Southeast Asian', id: 'Asia Tenggara' },
  east_asian: { en: 'East Asian', id: 'Asia Timur' },
  south_asian: { en: 'South Asian', id: 'Asia Selatan' },
  middle_eastern: { en: 'Middle Eastern', id: 'Timur Tengah' },
  african: { en: 'African', id: 'Afrika' },
  european: { en: 'European', id: 'Eropa' },
  latin_american: { en: 'Latin American', id: 'Amerika Latin' },
  pacific_islander: { en: 'Pacific Islander', id: 'Kepulauan Pasifik' },
};

function choices<Value extends string>(
  values: readonly Value[],
  words: Record<Value, Words>,
): readonly { value: Value; words: Words }[] {
  return values.map((value) => ({ value, words: words[value] }));
}

export const GENDERS = choices(['female', 'male', 'unisex'], GENDER);
export const AGES = choices(AgeRange.options, AGE);
export const STYLES = choices(Style.options, STYLE);
export const BODIES = choices(BodyType.options, BODY);
export const ETHNICITIES = choices(ETHNICITIES_OFFERED, ETHNICITY);

/** The choices that were made, each in a word or two, in the order of the form. */
export function chosenWords(
  choice: { [Key in keyof Attributes]?: Attributes[Key] | null | undefined },
): Words[] {
  const { gender, ageRange, style, ethnicity, bodyType } = choice;
  return [
    ...(gender ? [GENDER[gender]] : []),
    ...(ageRange ? [AGE[ageRange]] : []),
    ...(style ? [STYLE[style]] : []),
    ...(ethnicity ? [ethnicityWords(ethnicity)] : []),
    ...(bodyType ? [BODY[bodyType]] : []),
  ];
}

/** One of the offered ones in both languages; anything else stays as the person wrote it. */
function ethnicityWords(ethnicity: string): Words {
  return (
    ETHNICITIES.find(({ value }) => value === ethnicity)?.words ?? { en: ethnicity, id: ethnicity }
  );
}
