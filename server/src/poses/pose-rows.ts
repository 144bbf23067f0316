import type { PoseTemplate } from '@lumiku/contract';
import { poseTemplates } from './tables.ts';

export type PoseRow = typeof poseTemplates.$inferSelect;

/** What lists read of a row: all but the pose worked out, which is large. */
export const LISTED = {
  id: poseTemplates.id,
  names: poseTemplates.names,
  category: poseTemplates.category,
  view: poseTemplates.view,
  framing: poseTemplates.framing,
  gender: poseTemplates.gender,
  arms: poseTemplates.arms,
  support: poseTemplates.support,
  difficulty: poseTemplates.difficulty,
  mood: poseTemplates.mood,
  tags: poseTemplates.tags,
  keypoints: poseTemplates.keypoints,
  version: poseTemplates.version,
  embedding: poseTemplates.embedding,
  ownerId: poseTemplates.ownerId,
};
type ListedRow = Pick<PoseRow, keyof typeof LISTED>;

/** A pose as the API shows it. Addresses carry its version, so what is behind them never changes. */
export function templateOf(row: Omit<ListedRow, 'embedding'>): PoseTemplate {
  const address = `/api/poses/${row.id}`;
  const { version } = row;
  return {
    id: row.id,
    name: row.names.en,
    names: row.names,
    category: row.category,
    view: row.view,
    framing: row.framing,
    gender: row.gender,
    arms: row.arms,
    support: row.support,
    difficulty: row.difficulty,
    ...(row.mood && { mood: row.mood }),
    tags: row.tags,
    ...(row.ownerId !== null && { isMine: true }),
    thumbnailUrl: `${address}/thumbnail.webp?v=${version}`,
    controlUrl: `${address}/control.png?v=${version}`,
    openposeUrl: `${address}/openpose.json?v=${version}`,
    keypoints: row.keypoints,
  };
}

export function indexedPose(row: ListedRow) {
  return { template: templateOf(row), embedding: row.embedding };
}
