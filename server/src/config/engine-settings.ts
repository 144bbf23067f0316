import { list, numberByName } from '@lumiku/contract/settings';
import { setting } from './setting.ts';
import { optional, yesOrNo } from './setting-kinds.ts';

const order = (env: string, what: string) =>
  setting({
    env,
    schema: optional(list),
    fallback: undefined,
    fallbackText: 'as LUMIKU_ENGINES',
    about: `Engines for ${what}, in the order they are asked.`,
    fix: 'Name configured engines with commas between them; "lumiku engines" lists them.',
    example: 'comfyui, fal, local',
  });

/** Who makes pictures; what each engine needs stands in its own folder. */
export const engineSettings = {
  order: setting({
    env: 'LUMIKU_ENGINES',
    schema: optional(list),
    fallback: undefined,
    fallbackText: 'every configured engine; local only for what no other one can do',
    about:
      'Engines in the order they are asked; the next one takes over when one is down. ' +
      'Name local at the end to make it the last resort.',
    fix: 'Name configured engines with commas between them; "lumiku engines" lists them.',
    example: 'comfyui, fal, local',
  }),
  textToImage: order('LUMIKU_ENGINES_TEXT_TO_IMAGE', 'pictures from words'),
  poseTransfer: order('LUMIKU_ENGINES_POSE_TRANSFER', 'a photo in another pose'),
  faceSwap: order('LUMIKU_ENGINES_FACE_SWAP', 'face swap'),
  imageToVideo: order('LUMIKU_ENGINES_IMAGE_TO_VIDEO', 'clips'),
  upscale: order('LUMIKU_ENGINES_UPSCALE', 'more pixels'),
  isCommercial: setting({
    env: 'COMMERCIAL',
    schema: yesOrNo,
    fallback: false,
    about:
      'Whether pictures are used commercially: then models whose licence forbids it are refused.',
    fix: 'Set true or false.',
  }),
  licensedModels: setting({
    env: 'LUMIKU_LICENSED_MODELS',
    schema: optional(list),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Models you hold a commercial licence for, beyond the public one.',
    fix: 'Name models as "lumiku engines" lists them, with commas between them.',
    example: 'black-forest-labs/FLUX.1-dev',
  }),
  concurrency: setting({
    env: 'LUMIKU_ENGINE_CONCURRENCY',
    schema: optional(numberByName(1, 100)),
    fallback: undefined,
    fallbackText: 'what each engine suggests, else 4',
    about: 'Pieces of work an engine may have at a time from one process.',
    fix: 'Set names with numbers from 1 to 100, e.g. comfyui=1, replicate=8.',
    example: 'comfyui=1, replicate=8',
  }),
  timeoutSeconds: setting({
    env: 'LUMIKU_ENGINE_TIMEOUT_SECONDS',
    schema: optional(numberByName(5, 3_600)),
    fallback: undefined,
    fallbackText: 'what each engine suggests, else 600',
    about: 'Seconds one picture may take at an engine, from handing it over to its result.',
    fix: 'Set names with seconds from 5 to 3600, e.g. comfyui=900.',
    example: 'comfyui=900',
  }),
};
