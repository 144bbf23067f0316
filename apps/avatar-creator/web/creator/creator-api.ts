import { api } from '@lumiku/app-kit/web';
import {
  AVATAR_CREATOR_PREFIX,
  type Avatar,
  AvatarAnswer,
  AvatarsAnswer,
  type CreateProjectInput,
  type GeneratePreviewInput,
  PreviewAcceptedAnswer,
  type PreviewState,
  PreviewStateAnswer,
  PreviewsAnswer,
  type Project,
  ProjectAnswer,
  ProjectsAnswer,
  ProjectWithAvatarsAnswer,
  SavedAvatarAnswer,
  type UpdateAvatarInput,
  type UpdateProjectInput,
  UsageHistoryAnswer,
} from '../../contract.ts';

const projectPath = (id: string) => `${AVATAR_CREATOR_PREFIX}/projects/${encodeURIComponent(id)}`;
const avatarPath = (id: string) => `${AVATAR_CREATOR_PREFIX}/avatars/${encodeURIComponent(id)}`;

/** The creator's calls, as these screens use them; answers are parsed, faults thrown as `ApiFault`. */
export const creatorApi = {
  projects: (offset: number, signal?: AbortSignal) =>
    api.get(`${AVATAR_CREATOR_PREFIX}/projects`, {
      schema: ProjectsAnswer,
      signal,
      query: { limit: 50, offset },
    }),
  async project(id: string, signal?: AbortSignal): Promise<Project> {
    return (await api.get(projectPath(id), { schema: ProjectWithAvatarsAnswer, signal })).project;
  },
  async createProject(input: CreateProjectInput): Promise<Project> {
    const path = `${AVATAR_CREATOR_PREFIX}/projects`;
    return (await api.post(path, input, { schema: ProjectAnswer })).project;
  },
  async updateProject(id: string, input: UpdateProjectInput): Promise<Project> {
    return (await api.put(projectPath(id), input, { schema: ProjectAnswer })).project;
  },

  avatars: (projectId: string, cursor: string | undefined, signal?: AbortSignal) =>
    api.get(`${projectPath(projectId)}/avatars`, {
      schema: AvatarsAnswer,
      signal,
      query: { limit: 48, cursor },
    }),
  async avatar(id: string, signal?: AbortSignal): Promise<Avatar> {
    return (await api.get(avatarPath(id), { schema: AvatarAnswer, signal })).avatar;
  },
  async updateAvatar(id: string, input: UpdateAvatarInput): Promise<Avatar> {
    return (await api.put(avatarPath(id), input, { schema: AvatarAnswer })).avatar;
  },
  /** Keeps a picture of one's own as an avatar; free. */
  async uploadAvatar(projectId: string, image: File, name: string): Promise<Avatar> {
    const form = new FormData();
    form.set('image', image);
    form.set('name', name);
    const path = `${projectPath(projectId)}/avatars`;
    return (await api.form(path, form, { schema: AvatarAnswer })).avatar;
  },
  usage: (id: string, signal?: AbortSignal) =>
    api.get(`${avatarPath(id)}/usage-history`, { schema: UsageHistoryAnswer, signal }),

  /** What can still be looked at and saved, newest first. */
  async previews(projectId: string, signal?: AbortSignal): Promise<PreviewState[]> {
    const path = `${projectPath(projectId)}/previews`;
    return (await api.get(path, { schema: PreviewsAnswer, signal })).previews;
  },
  /** Accepted at once; progress follows on `eventsUrl`. */
  askPreview: (projectId: string, wish: GeneratePreviewInput) =>
    api.post(`${projectPath(projectId)}/avatars/generate-preview`, wish, {
      schema: PreviewAcceptedAnswer,
      isAsync: true,
    }),
  async preview(statusUrl: string): Promise<PreviewState> {
    return (await api.get(statusUrl, { schema: PreviewStateAnswer })).preview;
  },
  /** Takes the credits; the same key never takes them twice. */
  async savePreview(preview: PreviewState, name: string, idempotencyKey: string): Promise<Avatar> {
    const answer = await api.post(
      `${projectPath(preview.projectId)}/avatars/save-preview`,
      { ...preview.attributes, name, previewId: preview.previewId },
      { schema: SavedAvatarAnswer, idempotencyKey },
    );
    return answer.avatar;
  },
};

export const previewPath = (id: string) =>
  `${AVATAR_CREATOR_PREFIX}/previews/${encodeURIComponent(id)}`;
