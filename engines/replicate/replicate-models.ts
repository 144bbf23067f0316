import type { EngineRequestKind } from '../engine.ts';
import type { HostedCatalogue, HostedModel } from '../wire/hosted-models.ts';
import { MODELS, servedModel } from '../wire/licences.ts';
import type { ReplicateShape } from './replicate-shapes.ts';

/** A model of Replicate with what has to be known to run it. */
export type ReplicateModel = HostedModel<ReplicateShape>;

const FACE_SWAP_VERSION = 'd1d6ea8c8be89d664a07a457526f7128109dee7030fdac424788d762c71ed111';
const ESRGAN_VERSION = 'f121d640bd286e1fdc67f9799164c1d5be36ff74576ee11c803ae5b665dd46aa';

const KNOWN: HostedCatalogue<ReplicateShape>['known'] = {
  'text-to-image': [
    {
      run: 'black-forest-labs/flux-dev-lora',
      shape: 'flux-lora',
      costUsd: 0.032,
      longestSidePx: 1536,
      models: [MODELS.flux1Dev],
    },
    {
      run: 'xlabs-ai/flux-dev-realism',
      shape: 'flux-realism',
      costUsd: null,
      longestSidePx: 1536,
      models: [MODELS.flux1Dev],
    },
    {
      run: 'black-forest-labs/flux-schnell',
      shape: 'flux-schnell',
      costUsd: 0.003,
      longestSidePx: 1536,
      models: [MODELS.flux1Schnell],
    },
  ],
  'pose-transfer': [
    {
      run: 'qwen/qwen-image-edit-plus',
      shape: 'qwen-edit',
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2509],
    },
    {
      run: 'qwen/qwen-image-edit-2511',
      shape: 'qwen-edit',
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2511],
    },
    {
      run: 'black-forest-labs/flux-2-pro',
      shape: 'flux-2',
      costUsd: 0.06,
      longestSidePx: 2048,
      models: [servedModel('black-forest-labs/FLUX.2-pro', 'base', 'https://bfl.ai/legal')],
    },
    {
      run: 'black-forest-labs/flux-2-dev',
      shape: 'flux-2-dev',
      costUsd: 0.03,
      longestSidePx: 1440,
      models: [MODELS.flux2Dev],
    },
  ],
  'face-swap': [
    {
      run: `cdingram/face-swap:${FACE_SWAP_VERSION}`,
      shape: 'face-swap',
      costUsd: 0.014,
      longestSidePx: 2048,
      models: [MODELS.inswapper],
    },
    {
      run: 'qwen/qwen-image-edit-plus',
      shape: 'qwen-edit',
      costUsd: 0.03,
      longestSidePx: 1328,
      models: [MODELS.qwenEdit2509],
    },
  ],
  'image-to-video': [
    {
      run: 'wan-video/wan-2.2-i2v-fast',
      shape: 'wan',
      costUsd: 0.06,
      longestSidePx: 1280,
      models: [MODELS.wan22],
    },
  ],
  upscale: [
    {
      run: `nightmareai/real-esrgan:${ESRGAN_VERSION}`,
      shape: 'real-esrgan',
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
/** What is known of Replicate's models. */
export const REPLICATE_MODELS: HostedCatalogue<ReplicateShape> = {
  known: KNOWN,
  alsoCalled: ALSO_CALLED,
  guess: (kind, run) =>
    kind === 'pose-transfer' && run.includes('flux-2') ? 'flux-2' : GUESSED_SHAPES[kind],
  page: (run) => `https://replicate.com/${run.split(':')[0]}`,
};

/** Owners whose models are official: they run by their name, without a version. */
const OFFICIAL = new Set(['black-forest-labs', 'qwen', 'wan-video']);

export const isOfficial = (run: string): boolean => OFFICIAL.has(run.split('/')[0] ?? '');
