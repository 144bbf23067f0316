import type { Database, Log } from '@lumiku/app-kit';
import type { EncodedPicture } from '@lumiku/engines/engine';
import { and, eq, lt, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { enginePreviews } from './tables.ts';

/** Preview frames on their way from an engine to the browser of the one who waits. */
export interface Previews {
  /** Keeps the newest frame of a job; frames that come faster than they can be kept are left out. */
  open(
    job: { readonly id: string; readonly userId: string },
    onKept: (previewUrl: string) => void,
  ): PreviewLine;
  /** Null when there is none, or it is somebody else's. */
  read(jobId: string, userId: string): Promise<Uint8Array | null>;
  sweep(): Promise<void>;
}

export interface PreviewLine {
  show(frame: EncodedPicture): void;
  close(): Promise<void>;
}

const SIDE_PX = 512;
const EVERY_MS = 400;
const KEPT_MINUTES = 30;

export function previewUrlOf(jobId: string, version: number): string {
  return `/api/jobs/${jobId}/preview?v=${version}`;
}

export function createPreviews(deps: { db: Database; log: Log }): Previews {
  const { db, log } = deps;

  async function keep(
    job: { readonly id: string; readonly userId: string },
    frame: EncodedPicture,
    version: number,
  ): Promise<void> {
    const small = await sharp(frame.bytes, { limitInputPixels: 20_000_000 })
      .resize(SIDE_PX, SIDE_PX, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 68 })
      .toBuffer();
    const row = { version, webp: new Uint8Array(small), at: sql`now()` };
    await db
      .insert(enginePreviews)
      .values({ jobId: job.id, userId: job.userId, ...row })
      .onConflictDoUpdate({ target: enginePreviews.jobId, set: row });
  }

  return {
    open(job, onKept) {
      let version = 0;
      let busy: Promise<void> | null = null;
      let nextAt = 0;
      let isClosed = false;
      return {
        show(frame) {
          if (isClosed || busy || performance.now() < nextAt) return;
          nextAt = performance.now() + EVERY_MS;
          version += 1;
          const kept = version;
          busy = keep(job, frame, kept)
            .then(() => {
              if (!isClosed) onKept(previewUrlOf(job.id, kept));
            })
            .catch((error: unknown) => {
              // A preview is a kindness: the picture comes without it.
              log.warn({ err: error, jobId: job.id }, 'A preview frame could not be shown.');
            })
            .finally(() => {
              busy = null;
            });
        },
        async close() {
          isClosed = true;
          await busy;
          if (version === 0) return;
          await db
            .delete(enginePreviews)
            .where(eq(enginePreviews.jobId, job.id))
            .catch(() => undefined);
        },
      };
    },
    async read(jobId, userId) {
      const [row] = await db
        .select({ webp: enginePreviews.webp })
        .from(enginePreviews)
        .where(and(eq(enginePreviews.jobId, jobId), eq(enginePreviews.userId, userId)));
      return row?.webp ?? null;
    },
    async sweep() {
      const old = sql`now() - ${KEPT_MINUTES} * interval '1 minute'`;
      await db.delete(enginePreviews).where(lt(enginePreviews.at, old));
    },
  };
}
