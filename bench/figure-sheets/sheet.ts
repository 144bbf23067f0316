import type { Look, SceneFraming, Shading } from '@lumiku/contract';
import type { FigureJob } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import type { SolvedPose } from '@lumiku/pose-kit';
import sharp from 'sharp';

export interface Cell {
  readonly label: string;
  readonly look: Look | 'clay';
  readonly pose: SolvedPose;
  readonly yaw: number;
  readonly pitch?: number;
  readonly framing: SceneFraming;
  readonly seed?: number;
  readonly shading?: Shading;
  /** What is really drawn: a frame of a clip that begins with the cell's picture. */
  readonly frame?: (job: FigureJob) => FigureJob;
}

interface SheetShape {
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const LABEL_PX = 18;
const PAPERS = ['#e6e2dc', '#dfe4e6', '#e7dfda', '#dde3dc', '#e3dfe8', '#ebe4d6'] as const;

/** Draws every cell as the studio would and writes them side by side as one PNG. */
export async function drawSheet(
  out: string,
  cells: readonly Cell[],
  { columns, widthPx, heightPx }: SheetShape,
): Promise<void> {
  const pool = createFigurePool({ workers: 2 });
  try {
    const rows = Math.ceil(cells.length / columns);
    const layers = await Promise.all(
      cells.map(async (cell, at) => {
        const job: FigureJob = {
          pose: cell.pose,
          look: cell.look,
          camera: { yaw: cell.yaw, pitch: cell.pitch ?? 3, framing: cell.framing },
          widthPx,
          heightPx,
          backdrop: PAPERS[at % PAPERS.length] ?? PAPERS[0],
          shading: cell.shading,
          smoothEdges: true,
          seed: cell.seed ?? at + 1,
        };
        const { pixels } = await pool.render(cell.frame?.(job) ?? job);
        const picture = await sharp(pixels, {
          raw: { width: widthPx, height: heightPx, channels: 3 },
        })
          .png()
          .toBuffer();
        const left = (at % columns) * widthPx;
        const top = Math.floor(at / columns) * (heightPx + LABEL_PX);
        return [
          { input: picture, left, top: top + LABEL_PX },
          { input: labelOf(cell.label, widthPx), left, top },
        ];
      }),
    );
    const height = rows * (heightPx + LABEL_PX);
    await sharp({
      create: { width: columns * widthPx, height, channels: 3, background: '#ffffff' },
    })
      .composite(layers.flat())
      .png()
      .toFile(out);
  } finally {
    await pool.close();
  }
}

function labelOf(text: string, widthPx: number): Buffer {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${LABEL_PX}"><text x="4" y="13" font-family="sans-serif" font-size="12">${safe}</text></svg>`,
  );
}
