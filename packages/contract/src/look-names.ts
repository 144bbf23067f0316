import type {
  AGE_RANGES,
  BEARDS,
  BODY_SHAPES,
  EXPRESSIONS,
  GAZES,
  GENDERS,
  GLASSES,
  HairStyle,
  HeadCover,
  MAKEUPS,
  OutfitStyle,
  SHOES,
} from './look-values.ts';
import type { Words } from './words.ts';

/** How a value is called in a list of its kind; `phrase` where it must stand alone, in a sentence or in somebody's words. */
export interface LookName extends Words {
  readonly phrase?: Words;
}
type Names<Value extends string> = Readonly<Record<Value, LookName>>;

export const GENDER_NAMES: Names<(typeof GENDERS)[number]> = {
  female: { en: 'Woman', id: 'Perempuan' },
  male: { en: 'Man', id: 'Laki-laki' },
  unisex: { en: 'Either', id: 'Netral' },
};

export const AGE_NAMES: Names<(typeof AGE_RANGES)[number]> = {
  young: { en: 'Young', id: 'Muda' },
  adult: { en: 'Adult', id: 'Dewasa' },
  mature: { en: 'Mature', id: 'Matang' },
};

export const BODY_NAMES: Names<(typeof BODY_SHAPES)[number]> = {
  average: { en: 'Average', id: 'Sedang' },
  slim: { en: 'Slim', id: 'Ramping' },
  athletic: { en: 'Athletic', id: 'Atletis' },
  curvy: { en: 'Curvy', id: 'Berlekuk' },
  plus: { en: 'Plus size', id: 'Berisi' },
};

const hair = (en: string, id: string, phraseEn: string, phraseId: string): LookName => ({
  en,
  id,
  phrase: { en: phraseEn, id: phraseId },
});
export const HAIR_NAMES: Names<HairStyle> = {
  buzz: hair('Buzz cut', 'Cepak', 'Buzz cut', 'Rambut cepak'),
  crop: hair('Crop', 'Cepak poni', 'Cropped hair', 'Rambut cepak poni'),
  short: hair('Short', 'Pendek', 'Short hair', 'Rambut pendek'),
  side_part: hair('Side part', 'Belah samping', 'Side part', 'Rambut belah samping'),
  quiff: hair('Quiff', 'Jambul', 'Quiff', 'Rambut jambul'),
  slick_back: hair('Slicked back', 'Klimis', 'Slicked back hair', 'Rambut klimis'),
  undercut: hair('Undercut', 'Undercut', 'Undercut', 'Rambut undercut'),
  pixie: hair('Pixie', 'Pixie', 'Pixie cut', 'Rambut pixie'),
  curly: hair('Curly', 'Keriting', 'Curly hair', 'Rambut keriting'),
  coily: hair('Coily', 'Keriting rapat', 'Coily hair', 'Rambut keriting rapat'),
  afro: hair('Afro', 'Kribo', 'Afro', 'Rambut kribo'),
  locs: hair('Locs', 'Gimbal', 'Locs', 'Rambut gimbal'),
  box_braids: hair('Box braids', 'Kepang kecil', 'Box braids', 'Rambut kepang kecil'),
  cornrows: hair('Cornrows', 'Kepang rapat', 'Cornrows', 'Rambut kepang rapat'),
  bob: hair('Bob', 'Bob', 'Bob', 'Rambut bob'),
  lob: hair('Long bob', 'Bob panjang', 'Long bob', 'Rambut bob panjang'),
  bangs: hair('Long with bangs', 'Panjang berponi', 'Long hair with bangs', 'Rambut berponi'),
  long: hair('Long', 'Panjang', 'Long hair', 'Rambut panjang'),
  long_wavy: hair('Long wavy', 'Panjang ombak', 'Long wavy hair', 'Rambut bergelombang'),
  long_curly: hair('Long curly', 'Panjang ikal', 'Long curly hair', 'Rambut panjang ikal'),
  half_up: hair('Half up', 'Setengah ikat', 'Half-up hair', 'Rambut setengah ikat'),
  ponytail: hair('Ponytail', 'Kuncir', 'Ponytail', 'Rambut kuncir'),
  pigtails: hair('Pigtails', 'Kuncir dua', 'Pigtails', 'Rambut kuncir dua'),
  braid: hair('Braid', 'Kepang', 'Braid', 'Rambut kepang'),
  braids: hair('Two braids', 'Kepang dua', 'Two braids', 'Rambut kepang dua'),
  bun: hair('High bun', 'Cepol', 'High bun', 'Rambut cepol'),
  low_bun: hair('Low bun', 'Sanggul', 'Low bun', 'Rambut sanggul'),
  top_knot: hair('Top knot', 'Cepol undercut', 'Top knot', 'Rambut cepol undercut'),
  receding: hair('Receding', 'Menipis', 'Receding hair', 'Rambut menipis'),
  bald: hair('Bald', 'Botak', 'No hair', 'Tanpa rambut'),
};

export const HEAD_COVER_NAMES: Names<HeadCover> = {
  none: { en: 'None', id: 'Tanpa' },
  hijab: hair('Pashmina hijab', 'Hijab pashmina', 'Hijab', 'Hijab'),
  hijab_square: hair('Square hijab', 'Hijab segi empat', 'Square hijab', 'Hijab segi empat'),
  hijab_instant: hair('Instant hijab', 'Bergo', 'Instant hijab', 'Hijab bergo'),
  hijab_turban: hair('Turban hijab', 'Hijab turban', 'Turban hijab', 'Hijab turban'),
  turban: hair('Turban', 'Sorban', 'Turban', 'Sorban'),
  peci: hair('Peci', 'Peci', 'Peci', 'Peci'),
  blangkon: hair('Blangkon', 'Blangkon', 'Blangkon', 'Blangkon'),
  cap: hair('Cap', 'Topi', 'Baseball cap', 'Topi bisbol'),
  beanie: hair('Beanie', 'Kupluk', 'Beanie', 'Kupluk'),
  hat: hair('Brimmed hat', 'Topi lebar', 'Brimmed hat', 'Topi lebar'),
};

export const GLASSES_NAMES: Names<(typeof GLASSES)[number]> = {
  none: { en: 'None', id: 'Tanpa' },
  round: hair('Round', 'Bulat', 'Round glasses', 'Kacamata bulat'),
  square: hair('Square', 'Kotak', 'Square glasses', 'Kacamata kotak'),
  wire: hair('Thin metal', 'Kawat tipis', 'Wire glasses', 'Kacamata kawat'),
  cat_eye: hair('Cat eye', 'Cat eye', 'Cat eye glasses', 'Kacamata cat eye'),
  sun: hair('Sunglasses', 'Kacamata hitam', 'Sunglasses', 'Kacamata hitam'),
  aviator: hair('Aviator', 'Aviator', 'Aviator glasses', 'Kacamata aviator'),
};

export const BEARD_NAMES: Names<(typeof BEARDS)[number]> = {
  none: { en: 'None', id: 'Tanpa' },
  stubble: hair('Stubble', 'Tipis', 'Stubble', 'Brewok tipis'),
  moustache: hair('Moustache', 'Kumis', 'Moustache', 'Kumis'),
  goatee: hair('Goatee', 'Janggut dagu', 'Goatee', 'Janggut dagu'),
  short: hair('Short', 'Pendek', 'Short beard', 'Janggut pendek'),
  full: hair('Full', 'Lebat', 'Full beard', 'Janggut lebat'),
  long: hair('Long', 'Panjang', 'Long beard', 'Janggut panjang'),
};

export const MAKEUP_NAMES: Names<(typeof MAKEUPS)[number]> = {
  none: { en: 'None', id: 'Tanpa' },
  natural: hair('Natural', 'Natural', 'Natural make-up', 'Riasan natural'),
  soft: hair('Soft', 'Lembut', 'Soft make-up', 'Riasan lembut'),
  bold: hair('Bold', 'Tegas', 'Bold make-up', 'Riasan tegas'),
};

export const EXPRESSION_NAMES: Names<(typeof EXPRESSIONS)[number]> = {
  neutral: { en: 'Neutral', id: 'Netral' },
  smile: { en: 'Smile', id: 'Senyum' },
  laugh: { en: 'Laugh', id: 'Tertawa' },
  confident: { en: 'Confident', id: 'Percaya diri' },
  serious: { en: 'Serious', id: 'Serius' },
  thoughtful: { en: 'Thoughtful', id: 'Merenung' },
  wink: { en: 'Wink', id: 'Kedipan' },
  surprised: { en: 'Surprised', id: 'Terkejut' },
  sad: { en: 'Sad', id: 'Sedih' },
};

/** Left and right are the figure's own. */
export const GAZE_NAMES: Names<(typeof GAZES)[number]> = {
  camera: { en: 'At the camera', id: 'Ke kamera' },
  left: { en: 'To their left', id: 'Ke kirinya' },
  right: { en: 'To their right', id: 'Ke kanannya' },
  up: { en: 'Up', id: 'Ke atas' },
  down: { en: 'Down', id: 'Ke bawah' },
};

export const SHOE_NAMES: Names<(typeof SHOES)[number]> = {
  sneakers: { en: 'Sneakers', id: 'Sneaker' },
  boots: { en: 'Boots', id: 'Sepatu bot' },
  loafers: { en: 'Loafers', id: 'Loafer' },
  oxfords: { en: 'Dress shoes', id: 'Pantofel' },
  flats: { en: 'Flats', id: 'Sepatu datar' },
  heels: { en: 'Heels', id: 'Hak tinggi' },
  sandals: { en: 'Sandals', id: 'Sandal' },
};

export const OUTFIT_NAMES: Names<OutfitStyle> = {
  casual: { en: 'Casual', id: 'Santai' },
  formal: { en: 'Formal', id: 'Formal' },
  sporty: { en: 'Sporty', id: 'Olahraga' },
  professional: { en: 'Work', id: 'Kerja' },
  traditional: { en: 'Traditional', id: 'Tradisional' },
  dress: { en: 'Dress', id: 'Gaun' },
};
