import { Shading } from '@lumiku/contract';
import { HAIRS, lookOf, SKINS } from './looks.ts';
import { atEase } from './poses.ts';
import type { Cell } from './sheet.ts';

const WHO = [
  lookOf({
    clothes: 'denim_jacket',
    hairStyle: 'long_wavy',
    hairColour: HAIRS.brown,
    skinColour: SKINS.olive,
  }),
  lookOf({
    gender: 'male',
    hairStyle: 'locs',
    hairColour: HAIRS.black,
    skinColour: SKINS.deep,
    glasses: 'round',
  }),
  lookOf({
    clothes: 'gamis',
    headCover: 'hijab_square',
    coverColour: '#d9a79a',
    skinColour: SKINS.sawo,
    expression: 'smile',
  }),
  lookOf({
    clothes: 'suit',
    gender: 'male',
    hairStyle: 'quiff',
    hairColour: HAIRS.blond,
    skinColour: SKINS.porcelain,
  }),
] as const;
const CUTS = ['bust', 'half', 'full', 'bust'] as const;

/** Every way of drawing, of the same four people: close up, half and full. */
export const STYLE_CELLS: readonly Cell[] = WHO.flatMap((look, row) =>
  Shading.options.map((shading) => ({
    label: `${shading} ${CUTS[row]}`,
    look,
    pose: atEase(look.gender),
    yaw: 16,
    framing: CUTS[row] ?? 'full',
    shading,
    seed: row + 1,
  })),
);
