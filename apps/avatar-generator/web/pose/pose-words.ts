import type { PoseTemplate, Words } from '@lumiku/contract';

export type PoseFacet = 'category' | 'view' | 'framing' | 'gender';

interface FacetWords {
  title: Words;
  values: Record<string, Words>;
}

/** Names of the facets and of their values, in the order they are offered. */
export const POSE_FACETS = {
  category: {
    title: { en: 'Kind of pose', id: 'Jenis pose' },
    values: {
      standing: { en: 'Standing', id: 'Berdiri' },
      contrapposto: { en: 'Contrapposto', id: 'Kontraposto' },
      hands: { en: 'Hands', id: 'Tangan' },
      turned: { en: 'Turned', id: 'Menyamping' },
      over_shoulder: { en: 'Over the shoulder', id: 'Lewat bahu' },
      walking: { en: 'Walking', id: 'Berjalan' },
      leaning: { en: 'Leaning', id: 'Bersandar' },
      seated: { en: 'Seated', id: 'Duduk' },
      floor: { en: 'Floor', id: 'Di lantai' },
      crouching: { en: 'Crouching', id: 'Jongkok' },
      jumping: { en: 'Jumping', id: 'Melompat' },
    } satisfies Record<PoseTemplate['category'], Words>,
  },
  view: {
    title: { en: 'Seen from', id: 'Dilihat dari' },
    values: {
      front: { en: 'Front', id: 'Depan' },
      three_quarter: { en: 'Three-quarter', id: 'Tiga perempat' },
      side: { en: 'Side', id: 'Samping' },
      back: { en: 'Back', id: 'Belakang' },
    } satisfies Record<PoseTemplate['view'], Words>,
  },
  framing: {
    title: { en: 'Framing', id: 'Bingkai' },
    values: {
      full: { en: 'Whole body', id: 'Seluruh badan' },
      three_quarter: { en: 'To the knees', id: 'Sampai lutut' },
      half: { en: 'To the waist', id: 'Sampai pinggang' },
    } satisfies Record<PoseTemplate['framing'], Words>,
  },
  gender: {
    title: { en: 'Posed like', id: 'Gaya' },
    values: {
      female: { en: 'Feminine', id: 'Feminin' },
      male: { en: 'Masculine', id: 'Maskulin' },
      any: { en: 'Anyone', id: 'Siapa saja' },
    } satisfies Record<PoseTemplate['gender'], Words>,
  },
} as const satisfies Record<PoseFacet, FacetWords>;

/** The name of one value of a facet; an unknown value (from a newer server) is shown as it is written. */
export function facetValueWords(facet: PoseFacet, value: string): Words {
  const values: Record<string, Words> = POSE_FACETS[facet].values;
  return values[value] ?? { en: value.replaceAll('_', ' '), id: value.replaceAll('_', ' ') };
}
