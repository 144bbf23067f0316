/** Names under which server state is kept; everything of this app begins with its id. */
export const generationKeys = {
  all: ['avatar-generator'] as const,
  one: (id: string) => ['avatar-generator', 'generation', id] as const,
  keypoints: (id: string) => ['avatar-generator', 'keypoints', id] as const,
  share: (id: string) => ['avatar-generator', 'share', id] as const,
  lists: () => ['avatar-generator', 'list'] as const,
  list: (status: string) => ['avatar-generator', 'list', status] as const,
  batch: (id: string) => ['avatar-generator', 'batch', id] as const,
  batches: () => ['avatar-generator', 'batches'] as const,
  stats: () => ['avatar-generator', 'stats'] as const,
  photoCheck: (photoId: string) => ['avatar-generator', 'photo-check', photoId] as const,
};
