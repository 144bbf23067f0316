import type { PreviewState } from '../../../contract.ts';

/** A finished preview that can still be saved, with a readable id: `previewOf('a')`. */
export function previewOf(name: string, change: Partial<PreviewState> = {}): PreviewState {
  return {
    previewId: `preview-${name}`,
    projectId: 'album',
    status: 'completed',
    progress: 100,
    stage: null,
    queuePosition: null,
    errorCode: null,
    errorMessage: null,
    retryAfterSeconds: null,
    prompt: 'A woman in a red dress',
    enhancedPrompt: 'Professional portrait photo, a woman in a red dress',
    attributes: { bodyType: 'half_body' },
    seed: 7,
    imageUrl: `/uploads/${name}.png`,
    thumbnailUrl: `/uploads/${name}.webp`,
    engine: 'local',
    note: null,
    unreadWords: [],
    avatarId: null,
    createdAt: '2026-11-21T10:00:00.000Z',
    expiresAt: '2026-11-21T11:00:00.000Z',
    ...change,
  };
}
