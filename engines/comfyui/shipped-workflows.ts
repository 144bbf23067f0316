import type { EngineRequest, SizeLimits } from '../engine.ts';
import { FLUX_GUIDANCE, FLUX_STEPS, type SamplingBounds } from '../wire/sampling.ts';
import { MODEL_FILES, type ModelFile } from './model-files.ts';
import fluxPoseIdentity from './workflows/flux-pose-identity.json' with { type: 'json' };
import fluxRealism from './workflows/flux-realism.json' with { type: 'json' };
import qwenFaceSwap from './workflows/qwen-edit-face-swap.json' with { type: 'json' };
import qwenPose from './workflows/qwen-edit-pose.json' with { type: 'json' };
import sdxlPose from './workflows/sdxl-instantid-pose.json' with { type: 'json' };
import upscale from './workflows/upscale.json' with { type: 'json' };
import wan from './workflows/wan-image-to-video.json' with { type: 'json' };

/** How a workflow wants its words. `edit` names the pictures it is given, `scene` describes what is to be seen. */
export type PromptStyle = 'scene' | 'edit';

/** A workflow that comes with Lumiku: its graph, what it is for and what it needs. */
export interface ShippedWorkflow {
  readonly id: string;
  readonly kind: EngineRequest['kind'];
  readonly title: string;
  readonly json: unknown;
  readonly prompts: PromptStyle;
  readonly sizes: SizeLimits;
  readonly keepsIdentity: boolean;
  /** Thickness of the skeleton's sticks against the usual; some networks learnt on thick ones. */
  readonly stickScale?: number;
  /** Whether its network follows the fingers of a skeleton too. */
  readonly hasHands?: boolean;
  /** What it takes of `Sampling`; the usual numbers are those of its file. */
  readonly sampling?: { readonly steps: SamplingBounds; readonly guidance: SamplingBounds };
  readonly lora?: { readonly min: number; readonly max: number; readonly preset: number };
  readonly models: readonly ModelFile[];
  /** The settings that name a file of it, by the file. */
  readonly chosenBy?: Readonly<Record<string, string>>;
  /** Nodes that are not part of ComfyUI, and where they come from. */
  readonly customNodes?: { readonly name: string; readonly url: string };
}

const M = MODEL_FILES;
const FLUX_SIZES: SizeLimits = {
  sizeMultiplePx: 16,
  shortestSidePx: 256,
  longestSidePx: 2048,
  // FLUX.1 and Qwen repeat and smear beyond two megapixels.
  pixelsMax: 2_100_000,
};
const FLUX_SAMPLING = { steps: FLUX_STEPS, guidance: FLUX_GUIDANCE };
const REALISM_LORA = { min: 0, max: 2, preset: 0.9 };

/** The first of a kind is what is used when the operator chose none. */
export const SHIPPED_WORKFLOWS: readonly ShippedWorkflow[] = [
  {
    id: 'flux-realism',
    kind: 'text-to-image',
    title: 'FLUX.1-dev with RealismLora',
    json: fluxRealism,
    prompts: 'scene',
    sizes: FLUX_SIZES,
    keepsIdentity: false,
    lora: REALISM_LORA,
    sampling: FLUX_SAMPLING,
    models: [M.fluxDev, M.t5, M.clipL, M.fluxVae, M.realismLora],
  },
  {
    id: 'qwen-edit-pose',
    kind: 'pose-transfer',
    title: 'Qwen-Image-Edit, photo and skeleton',
    json: qwenPose,
    prompts: 'edit',
    sizes: FLUX_SIZES,
    keepsIdentity: true,
    sampling: { steps: { min: 10, max: 50 }, guidance: { min: 2.5, max: 6 } },
    models: [M.qwenEdit, M.qwenText, M.qwenVae],
  },
  {
    id: 'flux-pose-identity',
    kind: 'pose-transfer',
    title: 'FLUX.1-dev with RealismLora, ControlNet and PuLID',
    json: fluxPoseIdentity,
    prompts: 'scene',
    sizes: FLUX_SIZES,
    keepsIdentity: true,
    lora: REALISM_LORA,
    sampling: FLUX_SAMPLING,
    hasHands: true,
    models: [
      ...[M.fluxDev, M.t5, M.clipL, M.fluxVae, M.realismLora],
      ...[M.fluxPose, M.pulid, M.antelope],
    ],
    customNodes: { name: 'PuLID-Flux', url: 'https://github.com/balazik/ComfyUI-PuLID-Flux' },
  },
  {
    id: 'sdxl-instantid-pose',
    kind: 'pose-transfer',
    title: 'SDXL with InstantID and OpenPose',
    json: sdxlPose,
    prompts: 'scene',
    sizes: { sizeMultiplePx: 8, shortestSidePx: 512, longestSidePx: 1536, pixelsMax: 1_400_000 },
    keepsIdentity: true,
    stickScale: 2,
    // Beyond these InstantID burns the picture.
    sampling: { steps: { min: 20, max: 50 }, guidance: { min: 4, max: 5 } },
    models: [M.sdxl, M.instantId, M.instantIdNet, M.sdxlPose, M.antelope],
    customNodes: { name: 'InstantID', url: 'https://github.com/cubiq/ComfyUI_InstantID' },
  },
  {
    id: 'qwen-edit-face-swap',
    kind: 'face-swap',
    title: 'Qwen-Image-Edit, a face onto a picture',
    json: qwenFaceSwap,
    prompts: 'edit',
    sizes: FLUX_SIZES,
    keepsIdentity: true,
    models: [M.qwenEdit, M.qwenText, M.qwenVae],
  },
  {
    id: 'wan-image-to-video',
    kind: 'image-to-video',
    title: 'Wan 2.2 5B, a picture moves',
    json: wan,
    prompts: 'scene',
    sizes: { sizeMultiplePx: 32, shortestSidePx: 256, longestSidePx: 1280, pixelsMax: 910_000 },
    keepsIdentity: true,
    models: [M.wan, M.wanText, M.wanVae],
  },
  {
    id: 'upscale',
    kind: 'upscale',
    title: 'Real-ESRGAN, four times as large',
    json: upscale,
    prompts: 'scene',
    sizes: { sizeMultiplePx: 1, shortestSidePx: 16, longestSidePx: 8192 },
    keepsIdentity: true,
    models: [M.upscaler],
  },
];
