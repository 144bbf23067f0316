/** Colour words in English and Indonesian, as worn: slightly muted sRGB that looks right on clay. */
export const COLOURS: readonly { hex: string; en: readonly string[]; id: readonly string[] }[] = [
  { hex: '#f2efe8', en: ['white', 'ivory', 'off white'], id: ['putih', 'putih gading'] },
  { hex: '#1f1f23', en: ['black'], id: ['hitam'] },
  { hex: '#8b8d92', en: ['grey', 'gray', 'silver'], id: ['abu', 'abu abu', 'kelabu', 'perak'] },
  { hex: '#4a4d55', en: ['charcoal', 'dark grey', 'dark gray'], id: ['abu tua', 'arang'] },
  { hex: '#c2352b', en: ['red'], id: ['merah'] },
  {
    hex: '#7d1f2d',
    en: ['maroon', 'burgundy', 'dark red', 'wine'],
    id: ['merah marun', 'marun', 'merah tua', 'merah hati'],
  },
  { hex: '#e0763a', en: ['orange', 'coral'], id: ['oranye', 'jingga', 'koral'] },
  {
    hex: '#e6c14a',
    en: ['yellow', 'mustard', 'mustard yellow'],
    id: ['kuning', 'mustar', 'kuning mustar'],
  },
  { hex: '#c9a13b', en: ['gold', 'golden'], id: ['emas', 'keemasan'] },
  { hex: '#3d8a4f', en: ['green'], id: ['hijau'] },
  {
    hex: '#1f5a3c',
    en: ['dark green', 'emerald', 'forest green'],
    id: ['hijau tua', 'zamrud', 'hijau botol'],
  },
  { hex: '#7c8a4a', en: ['olive', 'army green'], id: ['hijau zaitun', 'zaitun', 'hijau army'] },
  { hex: '#9cc9a8', en: ['mint', 'sage', 'light green'], id: ['hijau mint', 'hijau muda', 'sage'] },
  { hex: '#1f8a8a', en: ['teal', 'turquoise'], id: ['toska', 'tosca', 'pirus'] },
  { hex: '#2f62b5', en: ['blue'], id: ['biru'] },
  {
    hex: '#22304d',
    en: ['navy', 'dark blue', 'navy blue'],
    id: ['biru tua', 'biru dongker', 'dongker', 'navy'],
  },
  { hex: '#8fb8de', en: ['light blue', 'sky blue', 'baby blue'], id: ['biru muda', 'biru langit'] },
  { hex: '#6b3fa0', en: ['purple', 'violet'], id: ['ungu'] },
  { hex: '#b79ad6', en: ['lilac', 'lavender'], id: ['ungu muda', 'lilac', 'lavender'] },
  { hex: '#e08aa8', en: ['pink', 'rose'], id: ['merah muda', 'merah jambu', 'pink'] },
  { hex: '#d9a79a', en: ['dusty pink', 'salmon', 'peach'], id: ['salem', 'persik'] },
  { hex: '#6f4a33', en: ['brown', 'chocolate'], id: ['coklat', 'cokelat'] },
  {
    hex: '#b98d5f',
    en: ['tan', 'camel', 'light brown', 'caramel'],
    id: ['coklat muda', 'cokelat muda', 'karamel'],
  },
  { hex: '#d8c7a6', en: ['beige', 'cream', 'khaki', 'nude'], id: ['krem', 'beige', 'khaki'] },
  { hex: '#3f5f8f', en: ['denim'], id: ['denim'] },
];

/** Hair is named with the same words and has its own shades. */
export const HAIR_COLOURS: readonly {
  hex: string;
  en: readonly string[];
  id: readonly string[];
}[] = [
  { hex: '#1b1719', en: ['black', 'dark'], id: ['hitam', 'gelap'] },
  {
    hex: '#4a2f21',
    en: ['brown', 'brunette', 'dark brown', 'chestnut', 'chocolate'],
    id: ['coklat', 'cokelat', 'coklat tua'],
  },
  {
    hex: '#8a5f3c',
    en: ['light brown', 'caramel'],
    id: ['coklat muda', 'cokelat muda', 'karamel'],
  },
  { hex: '#d9b36a', en: ['blonde', 'blond', 'golden', 'gold'], id: ['pirang', 'emas', 'keemasan'] },
  { hex: '#a4431f', en: ['red', 'ginger', 'auburn', 'copper'], id: ['merah', 'tembaga'] },
  {
    hex: '#a9a8a6',
    en: ['grey', 'gray', 'silver', 'white'],
    id: ['abu', 'abu abu', 'uban', 'beruban', 'putih', 'perak', 'kelabu'],
  },
  { hex: '#d77fa6', en: ['pink'], id: ['merah muda', 'pink'] },
  { hex: '#3f62b5', en: ['blue'], id: ['biru'] },
  { hex: '#6b3fa0', en: ['purple', 'violet'], id: ['ungu'] },
  { hex: '#3d8a4f', en: ['green'], id: ['hijau'] },
];

/** Skin words; evenly lit sRGB from light to deep. */
export const SKIN_COLOURS: readonly {
  hex: string;
  en: readonly string[];
  id: readonly string[];
}[] = [
  { hex: '#f3d3bd', en: ['fair', 'pale', 'light', 'white'], id: ['putih', 'cerah', 'terang'] },
  {
    hex: '#d9a77f',
    en: ['olive', 'tan', 'tanned', 'medium'],
    id: ['kuning langsat', 'langsat', 'kuning'],
  },
  {
    hex: '#b77f57',
    en: ['brown', 'bronze', 'light brown', 'golden'],
    id: ['sawo matang', 'coklat', 'cokelat', 'sawo'],
  },
  {
    hex: '#7a4a30',
    en: ['dark', 'dark brown', 'deep brown'],
    id: ['gelap', 'coklat tua', 'cokelat tua'],
  },
  { hex: '#4a2c1f', en: ['black', 'deep', 'very dark', 'ebony'], id: ['hitam', 'sangat gelap'] },
];
