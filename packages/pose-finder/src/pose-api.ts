import { api } from '@lumiku/app-kit/web';
import { PageMeta, PoseFacets, PoseJoints, PoseTemplate } from '@lumiku/contract';
import { z } from 'zod';

const PosesAnswer = z.object({
  data: z.array(PoseTemplate),
  meta: PageMeta,
  facets: PoseFacets,
});
export type PosesPage = z.infer<typeof PosesAnswer>;
const PoseAnswer = z.object({ data: PoseTemplate });
const PoseList = z.object({ data: z.array(PoseTemplate) });
const JointsAnswer = z.object({ data: PoseJoints });

function path(id: string, rest = ''): string {
  return `/api/poses/${encodeURIComponent(id)}${rest}`;
}

/** A pose as it is kept: its name, and a skeleton in one of two forms. */
export type PoseToKeep = { name: string } & ({ joints: PoseJoints } | { openpose: unknown });

/** Every call about poses. All throw `ApiFault` with words a person can be shown. */
export const poseApi = {
  list: (query: URLSearchParams, signal?: AbortSignal): Promise<PosesPage> =>
    api.get(`/api/poses?${query}`, { schema: PosesAnswer, signal }),
  one: async (id: string, signal?: AbortSignal): Promise<PoseTemplate> =>
    (await api.get(path(id), { schema: PoseAnswer, signal })).data,
  similar: async (id: string, limit: number, signal?: AbortSignal): Promise<PoseTemplate[]> =>
    (await api.get(path(id, `/similar?limit=${limit}`), { schema: PoseList, signal })).data,
  random: async (query: URLSearchParams): Promise<PoseTemplate> =>
    (await api.get(`/api/poses/random?${query}`, { schema: PoseAnswer })).data,
  joints: async (
    id: string,
    side: { mirror?: boolean; yaw?: number },
    signal?: AbortSignal,
  ): Promise<PoseJoints> => {
    const query = new URLSearchParams();
    if (side.mirror) query.set('mirror', 'true');
    if (side.yaw !== undefined) query.set('yaw', String(side.yaw));
    return (await api.get(path(id, `/joints?${query}`), { schema: JointsAnswer, signal })).data;
  },
  create: async (pose: PoseToKeep): Promise<PoseTemplate> =>
    (await api.post('/api/poses', pose, { schema: PoseAnswer })).data,
  change: async (id: string, change: Partial<PoseToKeep>): Promise<PoseTemplate> =>
    (await api.put(path(id), change, { schema: PoseAnswer })).data,
  remove: async (id: string): Promise<void> => {
    await api.delete(path(id), { schema: z.object({ message: z.string() }) });
  },
};
