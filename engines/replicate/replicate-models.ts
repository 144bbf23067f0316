import type { EngineModel, EngineRequestKind } from '../engine.ts';
import { MODELS, servedModel, unknownModel } from '../wire/licences.ts';
import type { ReplicateShape } from './replicate-shapes.ts';

/** A model of Replicate with what has to be known to run it. */
export interface ReplicateModel {
  /** `owner/name`, with `:version` where a certain one is wanted. */
  readonly run: string;
  readonly shape: ReplicateShape;
  /** Official models run by their name; of the others the newest version is looked up. */
  readonly isOfficial: boolean;
  /** Estimate for one result in US dollars. */
  readonly costUsd: number | null;
  readonly longestSidePx: number;
  readonly models: readonly EngineModel[];
}

const FACE_SWAP_VERSION = 'd1d6ea8c8be89d664a07a457526f7128109dee7030fdac424788d762c71ed111';
const ESRGAN_VERSION = 'f121d640bd286e1fdc67f9799164c1d5be36ff74576ee11c803ae5b665dd46aa';

/** What is known, by kind; the first of each is the default, the others are what an operator may choose. */
export const REPLICATE_MODELS: Readonly<Record<EngineRequestKind, readonly ReplicateModel[]>> = {
  'text-to-image': [
    {
      run: 'black-forest-labs/flux-dev-lora',
      shape: 'flux-lora',
      isOfficial: true,
      costUsd: 0.032,
      longestSidePx: 1536,
      models: [MODELS.flux1Dev],
    },
    {
      run: 'xlabs-ai/flux-dev-realism',
      shape: 'flux-realism',
      isOfficial: false,
      costUsd: null,
      longestSidePx: 1536,
      models: [MODELS.flux1Dev],
    },
    {
      run: 'black-forest-labs/flux-schnell',
      shape: 'flux-schnell',
      isOfficial: true,
      costUsd: 0.003,
      longestSidePx: 1536,
      models: [MODELS.flux1Schnell],
    },
  ],
  'pose-transfer': [
    {
      run: 'qwen/qwen-image-edit-plus',
      shape: 'qwen-edit',
      isOfficial: true,
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2509],
    },
    {
      run: 'qwen/qwen-image-edit-2511',
      shape: 'qwen-edit',
      isOfficial: true,
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2511],
    },
    {
      run: 'black-forest-labs/flux-2-pro',
      shape: 'flux-2',
      isOfficial: true,
      costUsd: 0.06,
      longestSidePx: 2048,
      models: [servedModel('black-forest-labs/FLUX.2-pro', 'base', 'https://bfl.ai/legal')],
    },
    {
      run: 'black-forest-labs/flux-2-dev',
      shape: 'flux-2-dev',
      isOfficial: true,
      costUsd: 0.03,
      longestSidePx: 1440,
      models: [MODELS.flux2Dev],
    },
  ],
  'face-swap': [
    {
      run: `cdingram/face-swap:${FACE_SWAP_VERSION}`,
      shape: 'face-swap',
      isOfficial: false,
      costUsd: 0.014,
      longestSidePx: 2048,
      models: [MODELS.inswapper],
    },
    {
      run: 'qwen/qwen-image-edit-plus',
      shape: 'qwen-edit',
      isOfficial: true,
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2509],
    },
  ],
  'image-to-video': [
    {
      run: 'wan-video/wan-2.2-i2v-fast',
      shape: 'wan',
      isOfficial: true,
      costUsd: 0.06,
      longestSidePx: 1280,
      models: [MODELS.wan22],
    },
  ],
  upscale: [
    {
      run: `nightmareai/real-esrgan:${ESRGAN_VERSION}`,
      shape: 'real-esrgan',
      isOfficial: false,
      costUsd: 0.002,
      longestSidePx: 4096,
      models: [MODELS.realEsrgan],
    },
  ],
};

/** Names the makers use, for which Replicate has its own. */
const ALSO_CALLED = new Map<string, string>([
  [MODELS.flux1Dev.id, 'black-forest-labs/flux-dev-lora'],
  [MODELS.flux1Schnell.id, 'black-forest-labs/flux-schnell'],
  [MODELS.qwenEdit2509.id, 'qwen/qwen-image-edit-plus'],
  [MODELS.qwenEdit2511.id, 'qwen/qwen-image-edit-2511'],
  [MODELS.wan22.id, 'wan-video/wan-2.2-i2v-fast'],
]);

const GUESSED_SHAPES: Readonly<Record<EngineRequestKind, ReplicateShape>> = {
  'text-to-image': 'flux-lora',
  'pose-transfer': 'qwen-edit',
  'face-swap': 'face-swap',
  'image-to-video': 'wan',
  upscale: 'real-esrgan',
};
const PARTS = {
  'text-to-image': 'base',
  'pose-transfer': 'base',
  'face-swap': 'face-swap',
  'image-to-video': 'video',
  upscale: 'upscaler',
} as const;

/**
 * The model that does a kind of work: the default, a known one by its name, or an unknown one, spoken to like the
 * default of its kind and of unknown licence.
 */
export function replicateModel(
  kind: EngineRequestKind,
  chosen: string | undefined,
): ReplicateModel {
  const known = REPLICATE_MODELS[kind];
  const [preset] = known;
  const name = chosen === undefined ? preset?.run : (ALSO_CALLED.get(chosen) ?? chosen);
  const found = known.find(({ run }) => run === name || run.split(':')[0] === name);
  if (found) return found;
  const run = name ?? '';
  return {
    run,
    shape: /flux-2/.test(run) && kind === 'pose-transfer' ? 'flux-2' : GUESSED_SHAPES[kind],
    isOfficial: false,
    costUsd: null,
    longestSidePx: preset?.longestSidePx ?? 1024,
    models: [unknownModel(run, PARTS[kind], `https://replicate.com/${run.split(':')[0]}`)],
  };
}
