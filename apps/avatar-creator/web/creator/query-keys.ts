/** Names under which server state is kept; everything of this app begins with its id. */
export const creatorKeys = {
  all: ['avatar-creator'] as const,
  projects: () => ['avatar-creator', 'projects'] as const,
  project: (id: string) => ['avatar-creator', 'project', id] as const,
  avatars: (projectId: string) => ['avatar-creator', 'avatars', projectId] as const,
  avatar: (id: string) => ['avatar-creator', 'avatar', id] as const,
  usage: (id: string) => ['avatar-creator', 'usage', id] as const,
  previews: (projectId: string) => ['avatar-creator', 'previews', projectId] as const,
};
