import { ApiFault, api } from '@lumiku/app-kit/web';
import type { LookChoice, Scene } from '@lumiku/contract';
import { z } from 'zod';
import {
  AVATAR_GENERATOR_PREFIX,
  BatchAnswer,
  BatchesAnswer,
  BatchStartedAnswer,
  type BatchWithItems,
  type ClipMove,
  GenerateAnswer,
  type Generation,
  GenerationAnswer,
  type GenerationStatus,
  GenerationsAnswer,
  KeypointsAnswer,
  PhotoCheckAnswer,
  type PictureKeypoints,
  type PoseTurn,
  type Quality,
  StatsAnswer,
  type StylePreset,
} from '../../contract.ts';
import { fetchPicture } from '../photo/fetch-picture.ts';

export interface WantedOptions {
  photo: File;
  /** Where the photo was borrowed from; its owner app then knows what it was used for. */
  source?: string | null;
  quality: Quality;
  priority: boolean;
  stylePreset: StylePreset;
  look: LookChoice;
  scene: Scene;
  poseTurn: PoseTurn;
  seed?: number;
}

export interface WantedGeneration extends WantedOptions {
  poseTemplateId: string;
}

export interface WantedBatch extends WantedOptions {
  poseTemplateIds: readonly string[];
}

export interface WantedClip {
  generationId: string;
  move: ClipMove;
  seconds: number;
}

export interface WantedFaceSwap {
  face: File;
  /** The id of a finished picture, or another one. */
  onto: string | File;
}

/** Every call these screens make. All throw `ApiFault` with words a person can be shown. */
export const studioApi = {
  generate: (wanted: WantedGeneration, idempotencyKey: string): Promise<Generation> =>
    withPicture(wanted, (picture) => sendGeneration(wanted, picture, idempotencyKey)),
  generateBatch: (wanted: WantedBatch, idempotencyKey: string): Promise<BatchWithItems> =>
    withPicture(wanted, (picture) => sendBatch(wanted, picture, idempotencyKey)),
  async reject(id: string): Promise<Generation> {
    const path = `${AVATAR_GENERATOR_PREFIX}/generations/${id}/reject`;
    return (await api.post(path, {}, { schema: GenerateAnswer })).data;
  },
  async clip(wanted: WantedClip, idempotencyKey: string): Promise<Generation> {
    const path = `${AVATAR_GENERATOR_PREFIX}/clips`;
    return (await api.post(path, wanted, { schema: GenerateAnswer, idempotencyKey })).data;
  },
  async faceSwap(wanted: WantedFaceSwap, idempotencyKey: string): Promise<Generation> {
    const form = new FormData();
    form.set('image', wanted.face);
    form.set(typeof wanted.onto === 'string' ? 'generationId' : 'target', wanted.onto);
    const path = `${AVATAR_GENERATOR_PREFIX}/face-swaps`;
    return (await api.form(path, form, { schema: GenerateAnswer, idempotencyKey })).data;
  },
  async variations(id: string, count: number, idempotencyKey: string): Promise<BatchWithItems> {
    const answer = await api.post(
      `${AVATAR_GENERATOR_PREFIX}/generations/${id}/variations`,
      { count },
      { schema: BatchStartedAnswer, idempotencyKey },
    );
    return answer.data;
  },
  async batch(id: string, signal?: AbortSignal): Promise<BatchWithItems> {
    const path = `${AVATAR_GENERATOR_PREFIX}/batches/${encodeURIComponent(id)}`;
    return (await api.get(path, { schema: BatchAnswer, signal })).data;
  },
  batches: (cursor: string | undefined, signal?: AbortSignal) =>
    api.get(`${AVATAR_GENERATOR_PREFIX}/batches`, {
      schema: BatchesAnswer,
      query: { limit: 24, cursor },
      signal,
    }),
  async cancelBatch(id: string): Promise<BatchWithItems> {
    const path = `${AVATAR_GENERATOR_PREFIX}/batches/${id}/cancel`;
    return (await api.post(path, {}, { schema: BatchStartedAnswer })).data;
  },
  async checkPhoto(photo: File, signal?: AbortSignal) {
    const form = new FormData();
    form.set('image', photo);
    const answer = await api.form(`${AVATAR_GENERATOR_PREFIX}/photos/check`, form, {
      schema: PhotoCheckAnswer,
      signal,
    });
    return answer.data;
  },
  async generation(id: string, signal?: AbortSignal): Promise<Generation> {
    const path = `${AVATAR_GENERATOR_PREFIX}/generations/${encodeURIComponent(id)}`;
    const answer = await api.get(path, { schema: GenerationAnswer, signal });
    return answer.data;
  },
  async keypoints(id: string, signal?: AbortSignal): Promise<PictureKeypoints> {
    const path = `${AVATAR_GENERATOR_PREFIX}/generations/${encodeURIComponent(id)}/keypoints`;
    return (await api.get(path, { schema: KeypointsAnswer, signal })).data.keypoints;
  },
  async generations(
    page: { status?: readonly GenerationStatus[]; cursor?: string | undefined; limit: number },
    signal?: AbortSignal,
  ) {
    const query = new URLSearchParams({ limit: String(page.limit) });
    if (page.status !== undefined && page.status.length > 0) {
      query.set('status', page.status.join(','));
    }
    if (page.cursor !== undefined) query.set('cursor', page.cursor);
    return api.get(`${AVATAR_GENERATOR_PREFIX}/generations?${query}`, {
      schema: GenerationsAnswer,
      signal,
    });
  },
  async cancel(id: string): Promise<void> {
    await api.post(
      `${AVATAR_GENERATOR_PREFIX}/generations/${id}/cancel`,
      {},
      { schema: z.unknown() },
    );
  },
  async retry(id: string, idempotencyKey: string): Promise<Generation> {
    const answer = await api.post(
      `${AVATAR_GENERATOR_PREFIX}/generations/${id}/retry`,
      {},
      { schema: GenerateAnswer, idempotencyKey },
    );
    return answer.data;
  },
  /** The photo a generation was made from, to use it again. */
  photoOf: (inputImageUrl: string): Promise<File> => fetchPicture(inputImageUrl),
  async stats(signal?: AbortSignal) {
    const answer = await api.get(`${AVATAR_GENERATOR_PREFIX}/stats`, {
      schema: StatsAnswer,
      signal,
    });
    return answer.data;
  },
};

async function sendGeneration(
  wanted: WantedGeneration,
  picture: SentPicture,
  idempotencyKey: string,
): Promise<Generation> {
  const form = formOf(wanted, picture);
  form.set('poseTemplateId', wanted.poseTemplateId);
  const answer = await api.form(`${AVATAR_GENERATOR_PREFIX}/generate`, form, {
    schema: GenerateAnswer,
    idempotencyKey,
  });
  return answer.data;
}

async function sendBatch(
  wanted: WantedBatch,
  picture: SentPicture,
  idempotencyKey: string,
): Promise<BatchWithItems> {
  const form = formOf(wanted, picture);
  form.set('poseTemplateIds', JSON.stringify(wanted.poseTemplateIds));
  const answer = await api.form(`${AVATAR_GENERATOR_PREFIX}/batches`, form, {
    schema: BatchStartedAnswer,
    idempotencyKey,
  });
  return answer.data;
}

type SentPicture = { image: File } | { source: string };

function formOf(wanted: WantedOptions, picture: SentPicture): FormData {
  const form = new FormData();
  if ('image' in picture) form.set('image', picture.image);
  else form.set('source', picture.source);
  form.set('quality', wanted.quality);
  form.set('priority', String(wanted.priority));
  form.set('stylePreset', wanted.stylePreset);
  form.set('look', JSON.stringify(wanted.look));
  form.set('scene', JSON.stringify(wanted.scene));
  form.set('poseTurn', JSON.stringify(wanted.poseTurn));
  if (wanted.seed !== undefined) form.set('seed', String(wanted.seed));
  return form;
}

/** Asks with the borrowed picture, so that its lender knows; with the copy at hand when it was deleted meanwhile. */
async function withPicture<Made>(
  { photo, source }: Pick<WantedOptions, 'photo' | 'source'>,
  send: (picture: SentPicture) => Promise<Made>,
): Promise<Made> {
  if (source == null) return send({ image: photo });
  try {
    return await send({ source });
  } catch (thrown) {
    // The pose may be what is gone: then this asks in vain once more and says the same.
    if (!(thrown instanceof ApiFault) || thrown.status !== 404) throw thrown;
    return send({ image: photo });
  }
}
