import type { AppContext, EngineClipMade, JobDefinition, RunningJob } from '@lumiku/app-kit';
import type { ClipMove } from '../../contract.ts';
import { photoExpired } from '../generation-faults.ts';
import type { GenerationRow } from '../generation-view.ts';
import type { Styles } from '../styles/load-styles.ts';
import { type Delivered, generationJob, pictureFile } from './generation-job.ts';

const TIMEOUT_MS = 15 * 60_000;
/** The still shown before it plays is shown large. */
const POSTER_PX = 1024;
/** Short side of a clip: what video engines make, and what a phone shows. */
const SHORT_SIDE_PX = 512;

const MOVES: Readonly<Record<ClipMove, string>> = {
  turn: 'the person turns slowly from side to side, showing the clothes',
  wave: 'the person waves at the camera with a friendly look',
  walk: 'the person walks at an easy pace',
  catwalk: 'the person walks like a model on a runway and stops',
  talk: 'the person talks to the camera with small natural gestures',
};

/** The work behind a clip: an engine lets a finished picture move. */
export function makeClip(context: AppContext, styles: Styles): JobDefinition {
  return generationJob(context, {
    kind: 'clip',
    paidFrom: ['clip', 'priority'],
    timeoutMs: TIMEOUT_MS,
    async make(job, row) {
      const clip = await animate(context, styles, job, row);
      job.step('picture.made');
      return store(context, job, row, clip);
    },
  });
}

async function animate(
  context: AppContext,
  styles: Styles,
  job: RunningJob<unknown>,
  row: GenerationRow,
): Promise<EngineClipMade> {
  if (row.inputImageUrl === null || row.clip === null) throw photoExpired();
  job.progress({ fraction: null, stage: 'reading_photo' });
  const picture = await pictureFile(context, row.inputImageUrl);
  const style = styles.of(row.stylePreset);
  const pose =
    row.poseTemplateId === ''
      ? null
      : await context.poses.get(row.poseTemplateId, row.userId, {
          ...row.poseTurn,
          evenDeleted: true,
        });
  const { move, seconds } = row.clip;
  return context.engines.makeClip(job, {
    ...{ kind: 'image-to-video', picture, move, seconds, seed: row.seed },
    look: row.look,
    pose: pose && {
      ...{ id: pose.id, solved: pose.solved, yaw: pose.yaw, pitch: pose.pitch },
      framing: pose.framing,
    },
    scene: { ...style.scene, ...row.scene },
    shading: style.shading,
    prompt: [MOVES[move], ...style.prompt].join(', '),
    ...sizeOf(row),
  });
}

/** The shape of the picture, in even sides as video wants them. */
function sizeOf(row: GenerationRow): { widthPx: number; heightPx: number } {
  const widthPx = row.outputWidthPx ?? 3;
  const heightPx = row.outputHeightPx ?? 4;
  const scale = SHORT_SIDE_PX / Math.min(widthPx, heightPx);
  const even = (side: number) => 2 * Math.round((side * scale) / 2);
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** Clip and poster on disk; when the job is stopped on the way it leaves no file behind. */
async function store(
  { images }: AppContext,
  job: RunningJob<unknown>,
  row: GenerationRow,
  made: EngineClipMade,
): Promise<Delivered> {
  job.progress({ fraction: null, stage: 'saving' });
  const { userId } = job;
  const { source, engineId: engine } = made;
  const name = `clip-${row.clip?.move}-${row.poseTemplateId}`;
  const file = await images.storeClip({
    ...{ userId, name, bytes: made.bytes, mediaType: made.mediaType, source, engine },
    ...{ widthPx: made.widthPx, heightPx: made.heightPx },
  });
  job.step('picture.stored');
  try {
    job.signal.throwIfAborted();
    const poster = await images.store({
      ...{ userId, name: `${name}-poster`, source, engine },
      ...{ bytes: made.poster.bytes, mediaType: made.poster.mediaType },
    });
    const thumbnail = await images
      .thumbnail(poster, userId, POSTER_PX)
      .finally(() => images.remove([poster.url]));
    return { file, thumbnail, made, seconds: made.seconds, note: made.note ?? null };
  } catch (error) {
    await images.remove([file.url]);
    throw error;
  }
}
