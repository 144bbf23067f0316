import type { Thing } from './thing.ts';

/** What the face shows. */
export const MOOD_THINGS: readonly Thing[] = [
  {
    en: ['smile', 'smiling', 'happy', 'cheerful', 'joyful'],
    id: ['senyum', 'tersenyum', 'bahagia', 'ceria', 'senang', 'gembira'],
    set: { expression: 'smile' },
    without: { expression: 'neutral' },
  },
  {
    en: ['laugh', 'laughing', 'grinning'],
    id: ['tertawa', 'ketawa', 'tertawa lepas'],
    set: { expression: 'laugh' },
    without: { expression: 'neutral' },
  },
  {
    en: ['serious', 'stern', 'angry', 'frowning'],
    id: ['serius', 'tegas', 'marah', 'cemberut'],
    set: { expression: 'serious' },
  },
  {
    en: ['surprised', 'amazed', 'shocked', 'astonished'],
    id: ['terkejut', 'kaget', 'heran', 'takjub'],
    set: { expression: 'surprised' },
  },
  {
    en: ['sad', 'melancholic', 'gloomy', 'crying'],
    id: ['sedih', 'murung', 'galau', 'menangis'],
    set: { expression: 'sad' },
  },
  { en: ['expressionless', 'neutral expression'], id: ['datar'], set: { expression: 'neutral' } },
  { en: ['winking', 'wink'], id: ['mengedipkan mata', 'berkedip'], set: { expression: 'wink' } },
  {
    en: ['smirk', 'smirking', 'confident smile', 'cool expression'],
    id: ['senyum percaya diri', 'menyeringai'],
    set: { expression: 'confident' },
  },
  {
    en: ['thoughtful', 'thinking', 'pensive', 'dreamy'],
    id: ['merenung', 'berpikir', 'melamun'],
    set: { expression: 'thoughtful' },
  },
  { en: ['looking up'], id: ['melihat ke atas'], set: { gaze: 'up' } },
  { en: ['looking down'], id: ['melihat ke bawah', 'menunduk'], set: { gaze: 'down' } },
  { en: ['looking away', 'looking aside'], id: ['melihat ke samping'], set: { gaze: 'left' } },
];
