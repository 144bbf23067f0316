import { CLOTHES, type Clothes, type Look } from '@lumiku/contract';
import type { Thing } from './thing.ts';

const wear = (clothes: Clothes, en: readonly string[], id: readonly string[]): Thing => ({
  en,
  id,
  set: { clothes, outfit: CLOTHES[clothes].style },
  tint: 'topColour',
});
const dress = (clothes: Clothes, en: readonly string[], id: readonly string[]): Thing => ({
  ...wear(clothes, en, id),
  tint: 'dress',
});
const hair = (
  hairStyle: Look['hairStyle'],
  en: readonly string[],
  id: readonly string[],
): Thing => ({ en, id, set: { hairStyle }, tint: 'hairColour' });
const cover = (
  headCover: Look['headCover'],
  en: readonly string[],
  id: readonly string[],
): Thing => ({ en, id, set: { headCover }, tint: 'coverColour', without: { headCover: 'none' } });
const shoes = (
  kind: NonNullable<Look['shoes']>,
  en: readonly string[],
  id: readonly string[],
): Thing => ({ en, id, set: { shoes: kind } });

/** Other words for single outfits, haircuts, covers and shoes than those the look editor uses. */
export const WEAR_THINGS: readonly Thing[] = [
  wear('kebaya', ['kebaya'], ['kebaya', 'berkebaya', 'kebaya dan kain', 'kebaya modern']),
  wear(
    'batik_shirt',
    ['batik', 'batik shirt'],
    ['batik', 'kemeja batik', 'baju batik', 'berbatik'],
  ),
  wear('koko', ['koko shirt'], ['baju koko', 'koko']),
  wear('koko_sarong', ['sarong'], ['sarung', 'bersarung', 'kain sarung']),
  wear('beskap', ['beskap'], ['beskap', 'baju adat jawa', 'jas beskap']),
  wear('baju_kurung', ['baju kurung'], ['baju kurung', 'kurung melayu']),
  dress('gamis', ['abaya', 'kaftan', 'thobe', 'jubah'], ['gamis', 'abaya', 'jubah', 'bergamis']),
  wear('hoodie_joggers', ['hoodie', 'sweatshirt', 'joggers'], ['hoodie', 'jogger']),
  wear('denim_jacket', ['denim jacket', 'jean jacket'], ['jaket jeans', 'jaket denim']),
  wear('overshirt', ['flannel', 'flannel shirt', 'overshirt'], ['kemeja flanel', 'flanel']),
  wear('sweater_skirt', ['pleated skirt'], ['rok lipit', 'rok plisket']),
  wear('polo_shorts', ['polo', 'polo shirt'], ['polo', 'kaos polo']),
  dress('tuxedo', ['tuxedo', 'black tie'], ['tuksedo']),
  dress('three_piece', ['three piece suit', 'waistcoat'], ['jas rompi', 'rompi']),
  dress(
    'evening_gown',
    ['evening gown', 'evening dress', 'ball gown'],
    ['gaun malam', 'gaun pesta'],
  ),
  wear('blazer', ['blazer'], ['blazer', 'berblazer']),
  wear('long_coat', ['coat', 'long coat', 'trench coat', 'overcoat'], ['mantel', 'mantel panjang']),
  wear('doctor_coat', ['doctor', 'lab coat', 'scientist'], ['dokter', 'jas lab', 'ilmuwan']),
  wear('tracksuit', ['tracksuit', 'track suit'], ['baju training', 'setelan olahraga']),
  wear('yoga', ['yoga', 'leggings', 'activewear'], ['yoga', 'legging', 'senam']),
  wear('basketball', ['basketball player', 'basketball'], ['pemain basket', 'basket']),
  wear('jersey', ['football player', 'jersey'], ['pemain bola', 'jersey']),
  dress('sundress', ['sundress', 'summer dress'], ['gaun musim panas', 'daster']),
  dress('maxi_dress', ['maxi dress', 'long dress'], ['gaun panjang']),
  dress('shirt_dress', ['shirt dress'], ['gaun kemeja']),
  dress('pleated_dress', ['pleated dress'], ['gaun lipit']),

  hair(
    'braid',
    ['braid', 'braided hair', 'plait', 'single braid'],
    ['kepang', 'dikepang', 'rambut kepang', 'rambut dikepang', 'kepang satu'],
  ),
  hair(
    'braids',
    ['braids', 'plaits', 'two braids', 'twin braids'],
    ['kepang dua', 'rambut kepang dua'],
  ),
  hair('box_braids', ['box braids', 'micro braids'], ['kepang kecil', 'kepang kecil kecil']),
  hair('cornrows', ['cornrows', 'corn rows'], ['kepang rapat', 'cornrow']),
  hair('locs', ['locs', 'dreadlocks', 'dreads'], ['gimbal', 'rambut gimbal', 'dreadlock']),
  hair('pigtails', ['pigtails', 'twin tails', 'bunches'], ['kuncir dua', 'dikuncir dua']),
  hair(
    'low_bun',
    ['chignon', 'low bun', 'updo'],
    ['sanggul', 'disanggul', 'konde', 'gelung', 'bersanggul'],
  ),
  hair('top_knot', ['top knot', 'man bun'], ['cepol pria']),
  hair(
    'half_up',
    ['half up', 'half up hair', 'half ponytail'],
    ['setengah ikat', 'rambut setengah diikat'],
  ),
  hair(
    'long_wavy',
    ['wavy hair', 'long wavy hair', 'beach waves'],
    ['rambut bergelombang', 'rambut panjang bergelombang', 'rambut ombak'],
  ),
  hair(
    'long_curly',
    ['long curly hair', 'long curls'],
    ['rambut panjang keriting', 'rambut keriting panjang'],
  ),
  hair('coily', ['coily hair', 'kinky hair', 'short afro'], ['keriting rapat']),
  hair('bangs', ['bangs', 'fringe', 'hair with bangs'], ['poni', 'berponi', 'rambut poni']),
  hair(
    'lob',
    ['lob', 'long bob', 'shoulder length hair', 'medium hair', 'medium length hair'],
    ['bob panjang', 'rambut sebahu', 'berambut sebahu'],
  ),
  hair('pixie', ['pixie', 'pixie cut'], ['pixie', 'potongan pixie']),
  hair('undercut', ['undercut'], ['undercut']),
  hair('quiff', ['quiff', 'pompadour'], ['jambul', 'berjambul']),
  hair(
    'slick_back',
    ['slicked back', 'slicked back hair', 'combed back'],
    ['rambut klimis', 'sisir belakang'],
  ),
  hair(
    'side_part',
    ['side part', 'side parting', 'parted hair'],
    ['belah samping', 'belah pinggir'],
  ),
  hair('crop', ['crew cut', 'caesar cut', 'cropped hair'], ['rambut crop']),
  hair(
    'receding',
    ['receding hairline', 'thinning hair', 'balding'],
    ['rambut menipis', 'kebotakan'],
  ),

  cover('hijab', ['pashmina'], ['pashmina', 'berpashmina', 'hijab pashmina']),
  cover(
    'hijab_square',
    ['square hijab'],
    ['segi empat', 'hijab segi empat', 'jilbab segi empat', 'paris'],
  ),
  cover(
    'hijab_instant',
    ['instant hijab', 'khimar'],
    ['bergo', 'hijab instan', 'jilbab instan', 'khimar'],
  ),
  cover('hijab_turban', ['turban hijab'], ['hijab turban', 'turban hijab']),
  cover('turban', ['turban', 'dastar'], ['sorban', 'turban', 'serban']),
  cover(
    'peci',
    ['peci', 'songkok', 'kopiah', 'fez'],
    ['peci', 'kopiah', 'songkok', 'berpeci', 'kupiah'],
  ),
  cover('blangkon', ['blangkon'], ['blangkon', 'berblangkon', 'udeng', 'ikat kepala']),
  cover('cap', ['cap', 'baseball cap', 'snapback'], ['topi', 'bertopi', 'topi bisbol']),
  cover(
    'hat',
    ['hat', 'brimmed hat', 'fedora', 'sun hat', 'panama hat'],
    ['topi lebar', 'topi fedora', 'fedora', 'topi pantai', 'topi koboi'],
  ),
  cover('beanie', ['beanie', 'knit cap', 'woolly hat'], ['kupluk', 'topi rajut', 'beanie']),

  {
    en: ['aviator', 'aviators', 'aviator glasses', 'aviator sunglasses', 'pilot glasses'],
    id: ['aviator', 'kacamata aviator', 'kacamata pilot'],
    set: { glasses: 'aviator' },
    without: { glasses: 'none' },
  },
  {
    en: ['cat eye', 'cat eye glasses', 'cateye glasses'],
    id: ['cat eye', 'kacamata cat eye', 'kacamata mata kucing'],
    set: { glasses: 'cat_eye' },
    without: { glasses: 'none' },
  },
  {
    en: ['wire glasses', 'metal glasses', 'thin glasses', 'wire rimmed glasses'],
    id: ['kacamata kawat', 'kacamata tipis'],
    set: { glasses: 'wire' },
    without: { glasses: 'none' },
  },
  {
    en: ['goatee'],
    id: ['janggut dagu', 'jenggot dagu'],
    set: { beard: 'goatee' },
    tint: 'beardColour',
  },
  {
    en: ['long beard'],
    id: ['jenggot panjang', 'janggut panjang'],
    set: { beard: 'long' },
    tint: 'beardColour',
  },
  {
    en: ['makeup', 'make up', 'made up'],
    id: ['riasan', 'berdandan', 'make up', 'makeup', 'dandan'],
    set: { makeup: 'soft' },
    without: { makeup: 'none' },
  },
  {
    en: ['lipstick', 'red lips'],
    id: ['lipstik', 'bibir merah', 'gincu'],
    set: { makeup: 'bold' },
    without: { makeup: 'none' },
  },
  shoes(
    'heels',
    ['high heels', 'heels', 'stilettos', 'pumps'],
    ['hak tinggi', 'sepatu hak', 'high heels'],
  ),
  shoes('boots', ['boots', 'ankle boots'], ['sepatu bot', 'sepatu boot']),
  shoes(
    'sneakers',
    ['sneakers', 'trainers', 'running shoes'],
    ['sneaker', 'sneakers', 'sepatu kets', 'sepatu olahraga'],
  ),
  shoes('sandals', ['sandals'], ['sandal', 'sendal']),
  shoes('loafers', ['loafers', 'moccasins'], ['loafer', 'sepatu pantofel santai']),
  shoes(
    'oxfords',
    ['dress shoes', 'oxfords', 'leather shoes'],
    ['pantofel', 'sepatu pantofel', 'sepatu kulit'],
  ),
  shoes('flats', ['flats', 'ballet flats'], ['flat shoes', 'sepatu datar', 'sepatu balet']),
];
