import { readFile } from 'node:fs/promises';
import type { Database } from '@lumiku/app-kit';
import type { FigurePool } from '@lumiku/figure';
import { thumbnailFile } from '@lumiku/poses';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { WorkedOutPose } from './create-poses.ts';
import { posePictures } from './tables.ts';

/** The pictures of the gallery, 384 × 512. */
export interface PoseThumbnails {
  /** The figure in the pose as it is turned; drawn and kept when nobody asked for it before. */
  of(pose: WorkedOutPose, turn: PoseTurn): Promise<Uint8Array>;
}

export interface PoseTurn {
  readonly mirror?: boolean | undefined;
  readonly yaw?: number | undefined;
}

const SIZE = { widthPx: 384, heightPx: 512 };
const BACKDROP = '#e6e5e2';
const WEBP = { quality: 80, effort: 4 };
/** Thumbnails of turned poses are drawn for every so many degrees only. */
export const YAW_STEP = 15;

/** @param deps.figures draws what no shipped file shows. */
export function createPoseThumbnails(deps: {
  db: Database;
  figures: Pick<FigurePool, 'render'>;
}): PoseThumbnails {
  const underWay = new Map<string, Promise<Uint8Array>>();
  return {
    async of(pose, turn) {
      const isTurned = turn.yaw !== undefined;
      if (!isTurned && !pose.isMine) {
        const shipped = await shippedFile(pose.id);
        if (shipped)
          return turn.mirror ? await sharp(shipped).flop().webp(WEBP).toBuffer() : shipped;
      }
      const variant = `${turn.mirror ? 'mirrored' : 'own'}${isTurned ? ` ${turn.yaw}` : ''}`;
      const key = `${pose.id} ${variant}`;
      const drawing = underWay.get(key) ?? keptOrDrawn(deps, pose, variant);
      underWay.set(key, drawing);
      return await drawing.finally(() => underWay.delete(key));
    },
  };
}

/** Library poses are drawn once at build time; imported ones are not. */
async function shippedFile(id: string): Promise<Uint8Array | null> {
  return await readFile(thumbnailFile(id)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

async function keptOrDrawn(
  { db, figures }: Parameters<typeof createPoseThumbnails>[0],
  pose: WorkedOutPose,
  variant: string,
): Promise<Uint8Array> {
  const version = pose.thumbnailUrl.split('?v=')[1] ?? '';
  const isThis = and(eq(posePictures.poseId, pose.id), eq(posePictures.variant, variant));
  const [kept] = await db.select().from(posePictures).where(isThis);
  if (kept?.version === version) return new Uint8Array(kept.webp);
  const webp = await drawFigure(figures, pose);
  await db
    .insert(posePictures)
    .values({ poseId: pose.id, variant, version, webp })
    .onConflictDoUpdate({
      target: [posePictures.poseId, posePictures.variant],
      set: { version, webp },
    });
  return webp;
}

async function drawFigure(
  figures: Pick<FigurePool, 'render'>,
  { solved, yaw, pitch, framing }: WorkedOutPose,
): Promise<Uint8Array> {
  const { pixels, widthPx, heightPx, channels } = await figures.render({
    pose: solved,
    look: 'clay',
    camera: { yaw, pitch, framing },
    ...SIZE,
    backdrop: BACKDROP,
    smoothEdges: true,
    seed: 1,
  });
  return await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } })
    .webp(WEBP)
    .toBuffer();
}
