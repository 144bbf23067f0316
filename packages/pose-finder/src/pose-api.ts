import { api, withQuery } from '@lumiku/app-kit/web';
import {
  PageMeta,
  PoseCollection,
  PoseDetection,
  PoseFacets,
  PoseJoints,
  PoseSearch,
  PoseTemplate,
} from '@lumiku/contract';
import { z } from 'zod';
import type { PoseSide } from './pose-side.ts';

const PosesAnswer = z.object({
  data: z.array(PoseTemplate),
  meta: PageMeta,
  facets: PoseFacets,
});
export type PosesPage = z.infer<typeof PosesAnswer>;
const PoseAnswer = z.object({ data: PoseTemplate });
const PoseList = z.object({ data: z.array(PoseTemplate) });
const CollectionAnswer = z.object({ data: PoseCollection });
/** Where only whether it worked matters. */
const Done = z.unknown();

/** The address of one pose, or of something of it. */
export function posePath(id: string, rest = ''): string {
  return `/api/poses/${encodeURIComponent(id)}${rest}`;
}
function collectionPath(id: string, poseId?: string): string {
  const collection = `/api/poses/collections/${encodeURIComponent(id)}`;
  return poseId === undefined ? collection : `${collection}/poses/${encodeURIComponent(poseId)}`;
}

/** A pose as it is kept: its name, and a skeleton in one of two forms. */
export type PoseToKeep = { name: string } & (
  | { joints: PoseJoints }
  /** Which person of a file that shows several, from 0. */
  | { openpose: unknown; person?: number }
);

/** COCO-18 in one unit, y down; null is missing. */
export type Skeleton = readonly ({ readonly x: number; readonly y: number } | null)[];

/** Every call about poses. All throw `ApiFault` with words a person can be shown. */
export const poseApi = {
  list: (query: URLSearchParams, signal?: AbortSignal): Promise<PosesPage> =>
    api.get(`/api/poses?${query}`, { schema: PosesAnswer, signal }),
  one: async (id: string, signal?: AbortSignal): Promise<PoseTemplate> =>
    (await api.get(posePath(id), { schema: PoseAnswer, signal })).data,
  similar: async (id: string, limit: number, signal?: AbortSignal): Promise<PoseTemplate[]> =>
    (await api.get(posePath(id, `/similar?limit=${limit}`), { schema: PoseList, signal })).data,
  random: async (query: URLSearchParams): Promise<PoseTemplate> =>
    (await api.get(`/api/poses/random?${query}`, { schema: PoseAnswer })).data,
  async joints(id: string, side: PoseSide, signal?: AbortSignal): Promise<PoseJoints> {
    const schema = z.object({ data: PoseJoints });
    const { mirror, yaw } = side;
    const query = { mirror: mirror ? true : undefined, yaw };
    return (await api.get(withQuery(posePath(id, '/joints'), query), { schema, signal })).data;
  },
  /** The poses that look most like a skeleton, from any side. */
  async search(skeleton: Skeleton, limit: number, signal?: AbortSignal) {
    const keypoints = skeleton.map((point) => point && [point.x, point.y]);
    const options = { schema: PoseSearch, signal };
    return (await api.post('/api/poses/search', { keypoints, limit }, options)).data;
  },
  async detect(photo: File, signal?: AbortSignal): Promise<PoseDetection> {
    const form = new FormData();
    form.set('image', photo);
    const schema = z.object({ data: PoseDetection });
    return (await api.form('/api/poses/detect', form, { schema, signal })).data;
  },
  create: async (pose: PoseToKeep): Promise<PoseTemplate> =>
    (await api.post('/api/poses', pose, { schema: PoseAnswer })).data,
  change: async (id: string, change: { name?: string; joints?: PoseJoints }) =>
    (await api.put(posePath(id), change, { schema: PoseAnswer })).data,
  remove: (id: string): Promise<unknown> => api.delete(posePath(id), { schema: Done }),

  favourites: async (signal?: AbortSignal): Promise<string[]> =>
    (
      await api.get('/api/poses/favourites', {
        schema: z.object({ data: z.array(z.string()) }),
        signal,
      })
    ).data,
  setFavourite: (id: string, isFavourite: boolean): Promise<unknown> =>
    isFavourite
      ? api.put(posePath(id, '/favourite'), {}, { schema: Done })
      : api.delete(posePath(id, '/favourite'), { schema: Done }),

  collections: async (signal?: AbortSignal): Promise<PoseCollection[]> =>
    (
      await api.get('/api/poses/collections', {
        schema: z.object({ data: z.array(PoseCollection) }),
        signal,
      })
    ).data,
  createCollection: async (name: string): Promise<PoseCollection> =>
    (await api.post('/api/poses/collections', { name }, { schema: CollectionAnswer })).data,
  renameCollection: async (id: string, name: string): Promise<PoseCollection> =>
    (await api.put(collectionPath(id), { name }, { schema: CollectionAnswer })).data,
  removeCollection: (id: string): Promise<unknown> =>
    api.delete(collectionPath(id), { schema: Done }),
  setInCollection: (id: string, poseId: string, isIn: boolean): Promise<unknown> =>
    isIn
      ? api.put(collectionPath(id, poseId), {}, { schema: Done })
      : api.delete(collectionPath(id, poseId), { schema: Done }),
};
