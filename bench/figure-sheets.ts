// Contact sheets of what the figure can look like, to be looked at: `bun bench/figure-sheets.ts <sheet> <out.png> [numbers]`.
import { EVERY_POSE } from './figure-sheets/every-pose.ts';
import { FACES } from './figure-sheets/faces.ts';
import { HEADS } from './figure-sheets/heads.ts';
import { MOVE_CELLS } from './figure-sheets/moves.ts';
import { OUTFITS } from './figure-sheets/outfits.ts';
import { atEase, libraryPose } from './figure-sheets/poses.ts';
import { PORTRAITS, SEATED } from './figure-sheets/seats.ts';
import { type Cell, drawSheet } from './figure-sheets/sheet.ts';
import { STYLE_CELLS } from './figure-sheets/styles.ts';

interface Sheet {
  readonly cells: () => readonly Cell[];
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const fromLibrary =
  (framing?: Cell['framing']) =>
  ({ poseId, look }: (typeof SEATED)[number]): Cell => {
    const { pose, camera } = libraryPose(poseId, look.gender);
    return {
      label: `${poseId} ${look.clothes}`,
      look,
      pose,
      yaw: camera.yaw,
      pitch: camera.pitch,
      framing: framing ?? camera.framing,
    };
  };

const SHEETS: Readonly<Record<string, Sheet>> = {
  faces: {
    columns: 6,
    widthPx: 320,
    heightPx: 340,
    cells: () =>
      FACES.map((look, at) => ({
        label: `${at + 1} ${look.headCover === 'none' ? look.hairStyle : look.headCover} ${look.expression ?? ''}`,
        look,
        pose: atEase(look.gender),
        yaw: [12, -16, 8, -10, 18, -6][at % 6] ?? 0,
        framing: 'bust',
      })),
  },
  heads: {
    columns: 8,
    widthPx: 260,
    heightPx: 300,
    cells: () =>
      HEADS.map((look, at) => ({
        label: `${at + 1} ${look.headCover === 'none' ? look.hairStyle : look.headCover}`,
        look,
        pose: atEase(look.gender),
        yaw: 28,
        framing: 'bust',
      })),
  },
  outfits: {
    columns: 10,
    widthPx: 210,
    heightPx: 400,
    cells: () =>
      OUTFITS.map((look, at) => ({
        label: `${at + 1} ${look.clothes ?? ''}`,
        look,
        pose: atEase(look.gender),
        yaw: 20,
        framing: 'full',
      })),
  },
  poses: {
    columns: 12,
    widthPx: 168,
    heightPx: 224,
    cells: () => EVERY_POSE.map(fromLibrary()),
  },
  styles: { columns: 5, widthPx: 330, heightPx: 440, cells: () => STYLE_CELLS },
  moves: { columns: 10, widthPx: 180, heightPx: 270, cells: () => MOVE_CELLS },
  seated: { columns: 4, widthPx: 384, heightPx: 512, cells: () => SEATED.map(fromLibrary('full')) },
  portraits: {
    columns: 6,
    widthPx: 300,
    heightPx: 400,
    cells: () => PORTRAITS.map(fromLibrary('half')),
  },
};

const [name = '', out, numbers = '', scale = '1'] = process.argv.slice(2);
const sheet = SHEETS[name];
if (!sheet || !out) {
  console.error(
    `Say which sheet and where it goes: bun bench/figure-sheets.ts <${Object.keys(SHEETS).join('|')}> <out.png> [1,5-8] [scale]`,
  );
  process.exit(1);
}
const cells = sheet.cells();
const wanted =
  numbers === '' || numbers === 'all'
    ? cells
    : numbers.split(',').flatMap((range) => {
        const [from = 1, to = from] = range.split('-').map(Number);
        return cells.slice(from - 1, to);
      });
await drawSheet(out, wanted, {
  columns: Math.min(sheet.columns, wanted.length),
  widthPx: Math.round(sheet.widthPx * Number(scale)),
  heightPx: Math.round(sheet.heightPx * Number(scale)),
});
console.log(`${wanted.length} of ${cells.length} drawn to ${out}`);
