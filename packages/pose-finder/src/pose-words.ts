import type { PoseTemplate, Words } from '@lumiku/contract';

export const POSE_FACET_NAMES = [
  'category',
  'view',
  'framing',
  'gender',
  'arms',
  'support',
  'mood',
  'difficulty',
] as const;
export type PoseFacet = (typeof POSE_FACET_NAMES)[number];

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
  arms: {
    title: { en: 'Arms', id: 'Lengan' },
    values: {
      arms_down: { en: 'Hanging', id: 'Terkulai' },
      swinging: { en: 'Swinging', id: 'Mengayun' },
      hand_on_hip: { en: 'Hand on hip', id: 'Tangan di pinggang' },
      hands_on_hips: { en: 'Hands on hips', id: 'Berkacak pinggang' },
      hand_in_pocket: { en: 'Hand in pocket', id: 'Tangan di saku' },
      hands_in_pockets: { en: 'Hands in pockets', id: 'Kedua tangan di saku' },
      arms_crossed: { en: 'Crossed', id: 'Bersedekap' },
      hands_clasped: { en: 'Clasped', id: 'Tergenggam' },
      hands_behind: { en: 'Behind the back', id: 'Di belakang' },
      hand_at_face: { en: 'At the face', id: 'Di wajah' },
      hand_in_hair: { en: 'Hand in hair', id: 'Tangan di rambut' },
      hands_in_hair: { en: 'Hands in hair', id: 'Kedua tangan di rambut' },
      hand_on_chest: { en: 'On the chest', id: 'Di dada' },
      self_hold: { en: 'Holding oneself', id: 'Memeluk diri' },
      on_thighs: { en: 'On the thighs', id: 'Di paha' },
      on_support: { en: 'Resting on something', id: 'Bertumpu' },
      holding: { en: 'Holding something', id: 'Memegang' },
      adjusting_clothes: { en: 'At the clothes', id: 'Merapikan baju' },
      arms_open: { en: 'Open', id: 'Terbuka' },
      arm_raised: { en: 'One raised', id: 'Satu terangkat' },
      arms_raised: { en: 'Both raised', id: 'Keduanya terangkat' },
      presenting: { en: 'Presenting', id: 'Menunjukkan' },
      pointing: { en: 'Pointing', id: 'Menunjuk' },
      waving: { en: 'Waving', id: 'Melambai' },
    },
  },
  support: {
    title: { en: 'Stands or rests on', id: 'Bertumpu pada' },
    values: {
      none: { en: 'Nothing', id: 'Tanpa tumpuan' },
      wall: { en: 'Wall', id: 'Dinding' },
      stool: { en: 'Stool', id: 'Bangku' },
      chair: { en: 'Chair', id: 'Kursi' },
      floor: { en: 'Floor', id: 'Lantai' },
    } satisfies Record<PoseTemplate['support'], Words>,
  },
  mood: {
    title: { en: 'Mood', id: 'Suasana' },
    values: {
      confident: { en: 'Confident', id: 'Percaya diri' },
      relaxed: { en: 'Relaxed', id: 'Santai' },
      elegant: { en: 'Elegant', id: 'Anggun' },
      playful: { en: 'Playful', id: 'Ceria' },
      thoughtful: { en: 'Thoughtful', id: 'Merenung' },
      friendly: { en: 'Friendly', id: 'Ramah' },
      energetic: { en: 'Energetic', id: 'Berenergi' },
      calm: { en: 'Calm', id: 'Tenang' },
    } satisfies Record<NonNullable<PoseTemplate['mood']>, Words>,
  },
  difficulty: {
    title: { en: 'For engines', id: 'Bagi mesin gambar' },
    values: {
      easy: { en: 'Easy', id: 'Mudah' },
      medium: { en: 'Medium', id: 'Sedang' },
      hard: { en: 'Hard', id: 'Sulit' },
    } satisfies Record<PoseTemplate['difficulty'], Words>,
  },
} as const satisfies Record<PoseFacet, FacetWords>;

/** The name of one value of a facet; an unknown value (from a newer server) is shown as it is written. */
export function facetValueWords(facet: PoseFacet, value: string): Words {
  const values: Record<string, Words> = POSE_FACETS[facet].values;
  return values[value] ?? { en: value.replaceAll('_', ' '), id: value.replaceAll('_', ' ') };
}
