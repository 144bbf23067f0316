import { type FigureJob, type Move, planClip } from '@lumiku/figure';
import { HAIRS, lookOf, SKINS } from './looks.ts';
import { atEase } from './poses.ts';
import type { Cell } from './sheet.ts';

const FRAMES = 10;
const SECONDS = 3;
const MOVES: readonly Move[] = ['turn', 'wave', 'walk', 'catwalk', 'talk'];

const WHO = [
  lookOf({ clothes: 'shirt_dress', hairStyle: 'long_wavy', hairColour: HAIRS.chestnut }),
  lookOf({ clothes: 'hoodie_joggers', gender: 'male', hairStyle: 'locs', skinColour: SKINS.deep }),
  lookOf({ clothes: 'suit', gender: 'male', hairStyle: 'side_part', skinColour: SKINS.langsat }),
  lookOf({ clothes: 'maxi_dress', hairStyle: 'ponytail', skinColour: SKINS.fair }),
  lookOf({ clothes: 'gamis', headCover: 'hijab', skinColour: SKINS.sawo }),
] as const;

/** Ten frames of every move, one strip each. */
export const MOVE_CELLS: readonly Cell[] = MOVES.flatMap((move, row) => {
  const look = WHO[row % WHO.length] ?? WHO[0];
  return Array.from({ length: FRAMES }, (_, i) => ({
    label: `${move} ${i + 1}`,
    look,
    pose: atEase(look.gender),
    yaw: 10,
    framing: move === 'talk' ? ('bust' as const) : ('full' as const),
    seed: row + 1,
    frame: (job: FigureJob): FigureJob => {
      const { frames } = planClip(job, move, SECONDS);
      return frames[Math.floor((i * frames.length) / FRAMES)] ?? job;
    },
  }));
});
