import { isHijab, type Words } from '@lumiku/contract';
import { type FigureJob, studioJob } from '@lumiku/figure';
import type { TextToImageRequest } from '../../engine.ts';
import { avatarPose, solveAvatarPose } from './avatar-poses.ts';
import { lookFromWords } from './look-from-words.ts';
import { picksOf } from './picks.ts';
import { readWords } from './read-words.ts';

const SEEDS = 2 ** 32;
const NOTED_MAX = 12;

export interface WordsJob {
  job: FigureJob;
  note: Words;
  unreadWords: readonly string[];
}

/** The drawing job of somebody's words, and what of them will not be in the picture. */
export function figureJobFromWords(request: TextToImageRequest): WordsJob {
  const seed = Math.abs(Math.trunc(request.seed)) % SEEDS;
  const picks = picksOf(seed);
  const read = readWords(request.words);
  const look = lookFromWords(read, request.attributes, picks);
  const { bodyType } = request.attributes;
  const isPlain = look.outfit === 'dress' || isHijab(look.headCover);
  const pose = avatarPose({ bodyType, gesture: read.gesture, isPlain }, picks.share('pose'));
  const job = studioJob({
    pose: solveAvatarPose(pose, look.gender),
    look,
    camera: { yaw: pose.yaw, pitch: 3, framing: bodyType === 'half_body' ? 'half' : 'full' },
    scene: read.backdrop ? { backdrop: read.backdrop, ...request.scene } : request.scene,
    shading: request.shading,
    seed,
    widthPx: request.widthPx,
    heightPx: request.heightPx,
  });
  return {
    job,
    note: noteFor(read.unread),
    unreadWords: read.unread,
  };
}

function noteFor(unread: readonly string[]): Words {
  const shown = unread.slice(0, NOTED_MAX).join(', ');
  const en = 'Drawn by the local studio as a clay figure, from a fixed vocabulary.';
  const id = 'Digambar oleh studio lokal sebagai figur tanah liat, dari kosakata tertentu.';
  if (shown === '') return { en, id };
  return {
    en: `${en} It could not draw: ${shown}.`,
    id: `${id} Yang tidak bisa digambar: ${shown}.`,
  };
}
