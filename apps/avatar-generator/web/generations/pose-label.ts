import type { Language, Words } from '@lumiku/contract';
import type { Generation } from '../../contract.ts';

const FACE_SWAP: Words = { en: 'Face swap', id: 'Tukar wajah' };

/** What the pose of a generation is called: its name when it was asked for, else its id in words. */
export function poseLabel(
  generation: Pick<Generation, 'poseNames' | 'poseTemplateId'>,
  language: Language,
): string {
  const name = generation.poseNames?.[language];
  if (name) return name;
  // Only a face on a picture from elsewhere has no pose.
  if (generation.poseTemplateId === '') return FACE_SWAP[language];
  const words = generation.poseTemplateId.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the clay picture of a pose lies. */
export function poseThumbnail(poseId: string): string {
  return `/api/poses/${encodeURIComponent(poseId)}/thumbnail.webp`;
}

/** What stands for a picture that is not there yet: its pose, else the photo it is made from. */
export function wantedPicture({
  poseTemplateId,
  inputImageUrl,
}: Pick<Generation, 'poseTemplateId' | 'inputImageUrl'>): string | undefined {
  return poseTemplateId === '' ? (inputImageUrl ?? undefined) : poseThumbnail(poseTemplateId);
}
