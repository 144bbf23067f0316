/**
 * Where people say somebody is from. Every group spans several skin and hair tones; the seed picks among them, and a
 * word about skin or hair always counts more. Nothing else is derived from it.
 */
export interface Ethnicity {
  en: readonly string[];
  id: readonly string[];
  skinColours: readonly [string, ...string[]];
  hairColours: readonly [string, ...string[]];
}

const DARK_HAIR = ['#1b1719', '#2b1f1a', '#3a271d'] as const;

export const ETHNICITIES: readonly Ethnicity[] = [
  {
    en: [
      'southeast asian',
      'indonesian',
      'javanese',
      'sundanese',
      'balinese',
      'malay',
      'filipino',
      'filipina',
      'thai',
      'vietnamese',
      'batak',
      'minang',
      'bugis',
    ],
    id: [
      'asia tenggara',
      'indonesia',
      'jawa',
      'sunda',
      'bali',
      'melayu',
      'filipina',
      'betawi',
      'batak',
      'minang',
      'bugis',
      'dayak',
      'madura',
    ],
    skinColours: ['#c99468', '#b77f57', '#d9a77f', '#a56f49'],
    hairColours: DARK_HAIR,
  },
  {
    en: ['east asian', 'asian', 'chinese', 'japanese', 'korean'],
    id: ['asia timur', 'asia', 'tionghoa', 'jepang', 'korea'],
    skinColours: ['#ecc9a8', '#dfb48e', '#d3a37c'],
    hairColours: DARK_HAIR,
  },
  {
    en: ['south asian', 'indian', 'pakistani', 'bangladeshi', 'sri lankan', 'tamil'],
    id: ['asia selatan', 'india', 'pakistan', 'tamil'],
    skinColours: ['#b77f57', '#96613f', '#c99468', '#7a4a30'],
    hairColours: DARK_HAIR,
  },
  {
    en: ['middle eastern', 'arab', 'arabic', 'persian', 'turkish', 'arabian'],
    id: ['timur tengah', 'arab', 'turki', 'persia'],
    skinColours: ['#d9a77f', '#c99468', '#e6bd98', '#a56f49'],
    hairColours: DARK_HAIR,
  },
  {
    en: [
      'african',
      'african american',
      'afro american',
      'black',
      'nigerian',
      'kenyan',
      'ethiopian',
    ],
    id: ['afrika', 'afrika amerika'],
    skinColours: ['#7a4a30', '#5c3724', '#4a2c1f', '#8f5a3b'],
    hairColours: ['#1b1719', '#231a16', '#2b1f1a'],
  },
  {
    en: [
      'european',
      'caucasian',
      'white',
      'british',
      'german',
      'french',
      'italian',
      'american',
      'western',
      'scandinavian',
    ],
    id: ['eropa', 'kaukasia', 'bule', 'amerika', 'barat'],
    skinColours: ['#f3d3bd', '#ecc3a6', '#dfb08e'],
    hairColours: ['#4a2f21', '#8a5f3c', '#d9b36a', '#2e2420', '#a4431f'],
  },
  {
    en: ['latin american', 'latino', 'latina', 'hispanic', 'mexican', 'brazilian'],
    id: ['amerika latin', 'latin', 'meksiko', 'brasil'],
    skinColours: ['#d3a37c', '#b77f57', '#e6bd98', '#96613f'],
    hairColours: ['#1b1719', '#2e2420', '#4a2f21'],
  },
  {
    en: ['pacific islander', 'papuan', 'melanesian', 'polynesian', 'ambonese'],
    id: ['kepulauan pasifik', 'papua', 'ambon', 'maluku', 'melanesia', 'timor'],
    skinColours: ['#7a4a30', '#96613f', '#5c3724'],
    hairColours: ['#1b1719', '#231a16', '#2b1f1a'],
  },
];

/** The group a short text such as `southeast_asian` or "Javanese" names, or null: then nothing is assumed. */
export function findEthnicity(text: string): Ethnicity | null {
  const said = ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  const longest = (ethnicity: Ethnicity) =>
    Math.max(
      0,
      ...[...ethnicity.en, ...ethnicity.id].map((name) =>
        said.includes(` ${name} `) ? name.length : 0,
      ),
    );
  const [best] = ETHNICITIES.toSorted((a, b) => longest(b) - longest(a));
  return best && longest(best) > 0 ? best : null;
}
