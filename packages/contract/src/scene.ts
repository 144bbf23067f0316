import { z } from 'zod';
import { Colour } from './colour.ts';
import type { Words } from './words.ts';

/** How the studio is lit. */
export const SceneLight = z.enum([
  'soft',
  'daylight',
  'golden',
  'dramatic',
  'gel_pink',
  'gel_teal',
]);
export type SceneLight = z.infer<typeof SceneLight>;

/** What is behind the figure. */
export const SceneBackdrop = z.enum([
  'white',
  'cream',
  'grey',
  'charcoal',
  'sage',
  'blush',
  'sky',
  'sunset',
  'dusk',
  'arch',
  'disc',
  'kawung',
]);
export type SceneBackdrop = z.infer<typeof SceneBackdrop>;

/** How much of the person is in the picture. */
export const SceneFraming = z.enum(['full', 'three_quarter', 'half', 'bust']);
export type SceneFraming = z.infer<typeof SceneFraming>;

/** Width to height. */
export const SceneAspect = z.enum(['1:1', '4:5', '3:4', '9:16', '16:9']);
export type SceneAspect = z.infer<typeof SceneAspect>;

/** Ways the local studio draws one and the same figure; style presets name one. */
export const Shading = z.enum(['clay', 'cartoon', 'cel', 'line', 'pixel']);
export type Shading = z.infer<typeof Shading>;

/**
 * Light, place and cut of a picture. What is left out is the picture's own: soft light, a quiet paper picked by the
 * seed, the framing of the pose, 3:4. The local engine draws all of it; for the others it becomes words and sizes.
 */
export const Scene = z.object({
  light: SceneLight.optional(),
  /** One of the studio's, or a colour of one's own. */
  backdrop: z.union([SceneBackdrop, Colour]).optional(),
  /** Nothing behind the figure but its shadow, for pasting into other pictures; wins over `backdrop`. */
  transparent: z.boolean().optional(),
  framing: SceneFraming.optional(),
  aspect: SceneAspect.optional(),
});
export type Scene = z.infer<typeof Scene>;

interface SceneChoice<Id> {
  readonly id: Id;
  readonly names: Words;
}

interface WordedChoice<Id> extends SceneChoice<Id> {
  /** For engines that are told in words. */
  readonly prompt: string;
}

export const SCENE_LIGHTS: readonly WordedChoice<SceneLight>[] = [
  {
    id: 'soft',
    names: { en: 'Soft studio', id: 'Studio lembut' },
    prompt: 'soft even studio light',
  },
  {
    id: 'daylight',
    names: { en: 'Daylight', id: 'Cahaya siang' },
    prompt: 'bright natural daylight, crisp shadows',
  },
  {
    id: 'golden',
    names: { en: 'Golden hour', id: 'Senja keemasan' },
    prompt: 'warm low golden hour light',
  },
  {
    id: 'dramatic',
    names: { en: 'Dramatic', id: 'Dramatis' },
    prompt: 'dramatic low-key side light, deep shadows, bright rim light',
  },
  {
    id: 'gel_pink',
    names: { en: 'Colour gel, pink and blue', id: 'Gel warna, merah muda dan biru' },
    prompt: 'colour gel light, pink from the left and blue from the right',
  },
  {
    id: 'gel_teal',
    names: { en: 'Colour gel, amber and teal', id: 'Gel warna, kuning tua dan toska' },
    prompt: 'colour gel light, amber from the left and teal from the right',
  },
];

interface BackdropChoice extends WordedChoice<SceneBackdrop> {
  /** The colour of the paper, and what else is on it. */
  readonly colours: readonly [first: string, second: string];
  /**
   * `plain` is the same everywhere, `paper` falls off towards the corners, `gradient` goes from the first colour
   * above to the second below; the others draw in the second colour on the first.
   */
  readonly kind: 'plain' | 'paper' | 'gradient' | 'arch' | 'disc' | 'kawung';
}

export const SCENE_BACKDROPS: readonly BackdropChoice[] = [
  {
    id: 'white',
    names: { en: 'Pure white', id: 'Putih bersih' },
    prompt: 'pure white background',
    kind: 'plain',
    colours: ['#ffffff', '#ffffff'],
  },
  {
    id: 'cream',
    names: { en: 'Cream', id: 'Krem' },
    prompt: 'seamless cream paper background',
    kind: 'paper',
    colours: ['#efe6d6', '#efe6d6'],
  },
  {
    id: 'grey',
    names: { en: 'Light grey', id: 'Abu-abu muda' },
    prompt: 'seamless light grey paper background',
    kind: 'paper',
    colours: ['#d9dadb', '#d9dadb'],
  },
  {
    id: 'charcoal',
    names: { en: 'Charcoal', id: 'Arang' },
    prompt: 'seamless charcoal grey paper background',
    kind: 'paper',
    colours: ['#4a4d52', '#4a4d52'],
  },
  {
    id: 'sage',
    names: { en: 'Sage green', id: 'Hijau sage' },
    prompt: 'seamless sage green paper background',
    kind: 'paper',
    colours: ['#bccab4', '#bccab4'],
  },
  {
    id: 'blush',
    names: { en: 'Blush pink', id: 'Merah muda lembut' },
    prompt: 'seamless blush pink paper background',
    kind: 'paper',
    colours: ['#efcfc8', '#efcfc8'],
  },
  {
    id: 'sky',
    names: { en: 'Sky', id: 'Langit' },
    prompt: 'clear sky blue gradient background',
    kind: 'gradient',
    colours: ['#8fbfe6', '#eef4f6'],
  },
  {
    id: 'sunset',
    names: { en: 'Sunset', id: 'Matahari terbenam' },
    prompt: 'sunset gradient background, violet to peach',
    kind: 'gradient',
    colours: ['#a99ad0', '#f8c9a0'],
  },
  {
    id: 'dusk',
    names: { en: 'Dusk', id: 'Petang' },
    prompt: 'dark blue dusk gradient background',
    kind: 'gradient',
    colours: ['#2b3358', '#7c6f9b'],
  },
  {
    id: 'arch',
    names: { en: 'Terracotta arch', id: 'Lengkung terakota' },
    prompt: 'cream wall with a terracotta arch behind the person',
    kind: 'arch',
    colours: ['#efe3d2', '#d58f6c'],
  },
  {
    id: 'disc',
    names: { en: 'Sun disc', id: 'Lingkaran matahari' },
    prompt: 'pale wall with a large yellow disc behind the person',
    kind: 'disc',
    colours: ['#f3ead9', '#f2c25c'],
  },
  {
    id: 'kawung',
    names: { en: 'Kawung batik', id: 'Batik kawung' },
    prompt: 'brown wall with a subtle Javanese kawung batik pattern',
    kind: 'kawung',
    colours: ['#b08560', '#c0996f'],
  },
];

export const SCENE_FRAMINGS: readonly SceneChoice<SceneFraming>[] = [
  { id: 'full', names: { en: 'Full body', id: 'Seluruh badan' } },
  { id: 'three_quarter', names: { en: 'Three-quarter', id: 'Tiga perempat' } },
  { id: 'half', names: { en: 'Half body', id: 'Setengah badan' } },
  { id: 'bust', names: { en: 'Portrait', id: 'Potret' } },
];

interface AspectChoice extends SceneChoice<SceneAspect> {
  /** Where this shape is asked for. */
  readonly use: Words;
}

export const SCENE_ASPECTS: readonly AspectChoice[] = [
  {
    id: '3:4',
    names: { en: 'Classic 3:4', id: 'Klasik 3:4' },
    use: { en: 'Catalogue, prints', id: 'Katalog, cetakan' },
  },
  {
    id: '1:1',
    names: { en: 'Square 1:1', id: 'Persegi 1:1' },
    use: { en: 'Shop listings, profile pictures', id: 'Etalase toko, foto profil' },
  },
  {
    id: '4:5',
    names: { en: 'Feed 4:5', id: 'Feed 4:5' },
    use: { en: 'Instagram and Facebook posts', id: 'Kiriman Instagram dan Facebook' },
  },
  {
    id: '9:16',
    names: { en: 'Story 9:16', id: 'Story 9:16' },
    use: { en: 'Stories, Reels, TikTok', id: 'Story, Reels, TikTok' },
  },
  {
    id: '16:9',
    names: { en: 'Wide 16:9', id: 'Lebar 16:9' },
    use: { en: 'Banners, video covers', id: 'Spanduk, sampul video' },
  },
];

export const sceneBackdrop = (id: SceneBackdrop): BackdropChoice => {
  const found = SCENE_BACKDROPS.find((choice) => choice.id === id);
  if (!found) throw new Error(`There is no backdrop ${id}.`);
  return found;
};

/** Engines want sides that are multiples of this. */
const SIDE_STEP = 8;

/** Width and height of a picture whose shorter side is `shortSidePx`. */
export function scenePixels(
  aspect: SceneAspect,
  shortSidePx: number,
): { widthPx: number; heightPx: number } {
  const [across = 3, down = 4] = aspect.split(':').map(Number);
  const unit = shortSidePx / Math.min(across, down);
  const side = (parts: number): number => Math.round((parts * unit) / SIDE_STEP) * SIDE_STEP;
  return { widthPx: side(across), heightPx: side(down) };
}

/** The scene in words, for engines that take a prompt; empty when nothing was chosen. */
export function scenePrompt(scene: Scene): string {
  const light = SCENE_LIGHTS.find(({ id }) => id === scene.light)?.prompt;
  const isNamed = SceneBackdrop.safeParse(scene.backdrop);
  const backdrop = scene.transparent
    ? 'plain white background'
    : isNamed.success
      ? sceneBackdrop(isNamed.data).prompt
      : scene.backdrop && `plain background in the colour ${scene.backdrop}`;
  const framing = scene.framing && FRAMING_PROMPTS[scene.framing];
  return [framing, light, backdrop].filter(Boolean).join(', ');
}

const FRAMING_PROMPTS: Readonly<Record<SceneFraming, string>> = {
  full: 'full-length framing, head to toe',
  three_quarter: 'three-quarter framing from the knees up',
  half: 'half-body framing from the waist up',
  bust: 'head and shoulders portrait',
};
