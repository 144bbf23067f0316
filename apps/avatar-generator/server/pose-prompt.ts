import {
  LOOK_CHOICES,
  type Look,
  type LookChoice,
  type PoseFraming,
  type Scene,
  scenePrompt,
} from '@lumiku/contract';
import type { StyleFile } from './styles/style-file.ts';

const FRAMING: Readonly<Record<PoseFraming, string>> = {
  full: 'full body from head to feet',
  three_quarter: 'three-quarter body from the knees up',
  half: 'half body from the waist up',
};
const PERSON = { female: 'woman', male: 'man', unisex: 'person' } as const;
const STUDIO = 'soft studio light, plain background';
/** What a person may wish otherwise than the photo shows, in the order it is told. */
const WISHED = ['clothes', 'outfit', 'hairStyle', 'headCover', 'glasses', 'beard'] as const;
const NEVER =
  'blurry, low quality, deformed, extra fingers, extra limbs, several people, skeleton lines, text, watermark, logo';

export interface PoseWords {
  /** Whole, as the picture is made. */
  look: Look;
  /** Of it, what the person chose; the rest is the photo's. */
  chosen: LookChoice;
  pose: { name: string; framing: PoseFraming };
  style: Pick<StyleFile, 'prompt' | 'negativePrompt'>;
  scene?: Scene | undefined;
}

/** The wanted picture in words, for engines that follow a prompt beside the photo and the pose. */
export function posePrompt({ look, chosen, pose, style, scene }: PoseWords): string {
  const place = scene && scenePrompt(scene);
  return [
    `professional fashion picture of the same ${PERSON[look.gender]} as in the reference photo`,
    'the same face, and the same hair and clothes but for what is named here',
    ...wishes(chosen),
    look.expression ? `${nameOf('expression', look.expression)} expression` : '',
    scene?.framing ? '' : FRAMING[pose.framing],
    `in this pose: ${pose.name.toLowerCase()}`,
    place || STUDIO,
    ...style.prompt,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What should not be in the picture, for engines that take it. */
export function poseNegativePrompt({ style }: Pick<PoseWords, 'style'>): string {
  return [NEVER, ...style.negativePrompt].join(', ');
}

function wishes(chosen: LookChoice): string[] {
  return WISHED.flatMap((key) => {
    const value = chosen[key];
    // An outfit asked for by name says its style.
    if (value === undefined || (key === 'outfit' && chosen.clothes !== undefined)) return [];
    if (value === 'none') return [`no ${LOOK_CHOICES[key].title.en.toLowerCase()}`];
    const name = nameOf(key, value);
    return [key === 'outfit' ? `${name} clothes` : key === 'hairStyle' ? `${name} hair` : name];
  });
}

function nameOf(key: keyof typeof LOOK_CHOICES, value: string): string {
  const names: Readonly<Record<string, { en: string } | undefined>> = LOOK_CHOICES[key].names;
  return (names[value]?.en ?? value).toLowerCase();
}
