import type { Avatar, Project } from '../../contract.ts';

/** What is known of an avatar whose deletion can still be taken back. */
export type LeavingAvatar = Pick<Avatar, 'id' | 'projectId' | 'thumbnailUrl'>;

/** The album as a person sees it while avatars of it are on their way out: not counted, and not on its cover. */
export function withoutDeleted(project: Project, leaving: readonly LeavingAvatar[]): Project {
  const gone = leaving.filter(({ projectId }) => projectId === project.id);
  if (gone.length === 0) return project;
  return {
    ...project,
    avatarCount: Math.max(0, project.avatarCount - gone.length),
    coverUrls: project.coverUrls.filter((url) => gone.every((one) => one.thumbnailUrl !== url)),
  };
}
