import { address, optional, setting, text } from '@lumiku/contract/settings';
import { modelSettings } from '../model-settings.ts';
import type { EngineDefinition } from '../port/engine-definition.ts';
import { loadWorkflows } from './load-workflows.ts';

const workflow = (env: string, what: string, ids: string, fallbackText: string) =>
  setting({
    env,
    schema: optional(text),
    fallback: undefined,
    fallbackText,
    about: `Workflow for ${what}: ${ids}, the path of a workflow of your own in API format, or off.`,
    fix: `Set ${ids}, a path such as ./workflows/mine.json, or off.`,
  });

const settings = {
  url: setting({
    env: 'COMFYUI_URL',
    schema: optional(address(['http:', 'https:'])),
    fallback: undefined,
    fallbackText: 'no ComfyUI',
    about: 'Where your ComfyUI is.',
    fix: 'Set its address, e.g. http://localhost:8188.',
    example: 'http://localhost:8188',
  }),
  authorization: setting({
    env: 'COMFYUI_AUTHORIZATION',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Authorization header for a proxy in front of it; ComfyUI itself has no password.',
    fix: 'Set the whole value, e.g. "Bearer …" or "Basic …".',
    isSecret: true,
  }),
  model: setting({
    env: 'COMFYUI_FLUX_MODEL',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'what begins like the name of FLUX_MODEL',
    about: 'File of the FLUX model for pictures from words, as ComfyUI lists it.',
    fix: 'Set the name of a file in models/diffusion_models.',
    example: 'flux1-krea-dev_fp8_scaled.safetensors',
  }),
  lora: setting({
    env: 'COMFYUI_FLUX_LORA',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'what begins like the name of FLUX_LORA_MODEL',
    about: 'File of the LoRA on it, as ComfyUI lists it; off for none.',
    fix: 'Set the name of a file in models/loras, or off.',
    example: 'flux_realism_lora.safetensors',
  }),
  textToImage: workflow(
    'COMFYUI_TEXT_TO_IMAGE',
    'pictures from words',
    'flux-realism',
    'flux-realism',
  ),
  poseTransfer: workflow(
    'COMFYUI_POSE_TRANSFER',
    'a photo in another pose',
    'qwen-edit-pose, flux-pose-identity or sdxl-instantid-pose',
    'qwen-edit-pose',
  ),
  faceSwap: workflow(
    'COMFYUI_FACE_SWAP',
    'face swap',
    'qwen-edit-face-swap',
    'qwen-edit-face-swap',
  ),
  imageToVideo: workflow(
    'COMFYUI_IMAGE_TO_VIDEO',
    'clips',
    'wan-image-to-video',
    'wan-image-to-video',
  ),
  upscale: workflow('COMFYUI_UPSCALE', 'more pixels', 'upscale', 'upscale'),
};

const WORKFLOWS = {
  'text-to-image': settings.textToImage,
  'pose-transfer': settings.poseTransfer,
  'face-swap': settings.faceSwap,
  'image-to-video': settings.imageToVideo,
  upscale: settings.upscale,
};

/** A ComfyUI server of the operator's own. */
export const comfyui: EngineDefinition = {
  id: 'comfyui',
  title: 'ComfyUI',
  about: {
    en: 'Your own graphics card: shipped workflows or any of yours, with live previews.',
    id: 'Kartu grafismu sendiri: alur kerja bawaan atau milikmu, dengan pratinjau langsung.',
  },
  preference: 10,
  settings: Object.values(settings),
  needs: [settings.url],
  configure(read, report) {
    const url = read(settings.url);
    if (url === undefined) return null;
    const chosen = {
      'text-to-image': read(settings.textToImage),
      'pose-transfer': read(settings.poseTransfer),
      'face-swap': read(settings.faceSwap),
      'image-to-video': read(settings.imageToVideo),
      upscale: read(settings.upscale),
    };
    for (const [kind, told] of loadWorkflows({ workflows: chosen }).problems) {
      report({
        setting: WORKFLOWS[kind],
        message: `cannot be used: ${told.replace(/\.$/, '')}`,
        fix: WORKFLOWS[kind].fix,
      });
    }
    const loraScale = read(modelSettings.loraScale);
    const models = {
      ...{ model: read(modelSettings.model), modelFile: read(settings.model) },
      ...{ lora: read(modelSettings.lora), loraFile: read(settings.lora) },
    };
    return async () => {
      const { createComfyuiEngine } = await import('./create-comfyui-engine.ts');
      const authorization = read(settings.authorization);
      return createComfyuiEngine({ url, authorization, workflows: chosen, models, loraScale });
    };
  },
};
