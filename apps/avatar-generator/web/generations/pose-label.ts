import type { Language } from '@lumiku/contract';
import type { Generation } from '../../contract.ts';

/** What the pose of a generation is called: its name when it was asked for, else its id in words. */
export function poseLabel(
  generation: Pick<Generation, 'poseNames' | 'poseTemplateId'>,
  language: Language,
): string {
  const name = generation.poseNames?.[language];
  if (name) return name;
  const words = generation.poseTemplateId.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the clay picture of a pose lies. */
export function poseThumbnail(poseId: string): string {
  return `/api/poses/${encodeURIComponent(poseId)}/thumbnail.webp`;
}
