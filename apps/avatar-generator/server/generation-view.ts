import type { JobProgress } from '@lumiku/app-kit';
import type { Generation } from '../contract.ts';
import type { avatarGenerations } from './tables.ts';

export type GenerationRow = typeof avatarGenerations.$inferSelect;

/** A row as the API shows it; `job` says how far unfinished work is. */
export function viewGeneration(row: GenerationRow, job?: JobProgress | undefined): Generation {
  const isUnfinished = row.status === 'pending' || row.status === 'processing';
  const progress = row.status === 'completed' ? 1 : isUnfinished ? (job?.fraction ?? 0) : 0;
  return {
    id: row.id,
    userId: row.userId,
    kind: row.kind,
    poseTemplateId: row.poseTemplateId,
    poseNames: row.poseNames,
    inputImageUrl: row.inputImageUrl,
    outputImageUrl: row.outputImageUrl,
    thumbnailUrl: row.thumbnailUrl,
    quality: row.quality,
    priority: row.priority,
    stylePreset: row.stylePreset,
    status: row.status,
    progress: Math.round(Math.min(Math.max(progress, 0), 1) * 100),
    errorMessage: row.errorMessage,
    creditUsed: row.creditUsed,
    engine: row.engine,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    stage: isUnfinished ? (job?.stage ?? null) : null,
    queuePosition: row.status === 'pending' ? (job?.position ?? null) : null,
    queueAhead: row.status === 'pending' ? (job?.ahead ?? null) : null,
    errorCode: row.errorCode,
    seed: row.seed,
    look: row.look,
    batchId: row.batchId,
    scene: row.scene,
    poseTurn: row.poseTurn,
    photoKeptUntil: row.inputImageUrl === null ? null : (row.inputExpiresAt?.toISOString() ?? null),
    output: outputOf(row),
    clip: row.clip,
    basedOnId: row.basedOnId,
    scores: row.scores,
    note: row.note,
    canReject: canReject(row),
  };
}

function outputOf(row: GenerationRow): Generation['output'] {
  const { outputImageUrl, outputMediaType, outputWidthPx, outputHeightPx, outputSeconds } = row;
  if (outputImageUrl === null || outputMediaType === null) return null;
  return {
    mediaType: outputMediaType,
    widthPx: outputWidthPx ?? 0,
    heightPx: outputHeightPx ?? 0,
    seconds: outputSeconds,
  };
}

/** A finished picture that measured below the bar may be given back. */
export function canReject(row: Pick<GenerationRow, 'status' | 'scores'>): boolean {
  return row.status === 'completed' && row.scores?.passes === false;
}
