import type { Generation } from '../../../contract.ts';

/** A finished generation as the API shows it, with whatever a test needs otherwise. */
export function aGeneration(but: Partial<Generation> = {}): Generation {
  return {
    id: '0199a0f2-7c11-7aaa-8bbb-123456789abc',
    userId: 'u',
    poseTemplateId: 'arms-crossed',
    poseNames: null,
    inputImageUrl: '/uploads/in.png',
    outputImageUrl: '/uploads/out.png',
    thumbnailUrl: null,
    quality: 'hd',
    priority: false,
    stylePreset: 'realistic',
    status: 'completed',
    progress: 100,
    errorMessage: null,
    creditUsed: 7,
    engine: 'local',
    createdAt: '2026-11-21T09:00:00.000Z',
    startedAt: null,
    completedAt: null,
    stage: null,
    queuePosition: null,
    queueAhead: null,
    errorCode: null,
    seed: 1,
    look: null,
    batchId: null,
    ...but,
  };
}
