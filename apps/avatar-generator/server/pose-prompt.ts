import { type Look, type PoseFraming, type Scene, scenePrompt } from '@lumiku/contract';

const FRAMING: Readonly<Record<PoseFraming, string>> = {
  full: 'full body from head to feet',
  three_quarter: 'three-quarter body from the knees up',
  half: 'half body from the waist up',
};
const PERSON = { female: 'woman', male: 'man', unisex: 'person' } as const;
const STYLE: Readonly<Record<string, string>> = {
  realistic: 'photorealistic, natural skin texture, sharp focus, high detail',
  cartoon: 'cartoon illustration, clean shapes, soft cel shading',
  anime: 'anime illustration, clean lines, cel shading',
};
const STUDIO = 'soft studio light, plain background';

/** What should not be in the picture, for engines that take it. */
export const POSE_NEGATIVE_PROMPT =
  'blurry, low quality, deformed, extra fingers, extra limbs, several people, skeleton lines, text, watermark, logo';

/** The wanted picture in words, for engines that follow a prompt beside the photo and the pose. */
export function posePrompt(wish: {
  look: Look;
  pose: { name: string; framing: PoseFraming };
  stylePreset: string;
  scene?: Scene | undefined;
}): string {
  const { look, pose, stylePreset, scene } = wish;
  const place = scene && scenePrompt(scene);
  return [
    `professional fashion photo of the same ${PERSON[look.gender]} as in the reference photo`,
    `the same face, hair and clothes`,
    scene?.framing ? '' : FRAMING[pose.framing],
    `in this pose: ${pose.name.toLowerCase()}`,
    place || STUDIO,
    STYLE[stylePreset] ?? STYLE.realistic,
  ]
    .filter(Boolean)
    .join(', ');
}
