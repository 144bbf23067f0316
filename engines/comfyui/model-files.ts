import type { EngineModel, ModelLicence } from '../engine.ts';

/** A model file a shipped workflow needs: where it goes, where it comes from, on which terms. */
export interface ModelFile extends EngineModel {
  readonly file: string;
  /** Other names and other weights of the same model that do as well. */
  readonly alternatives?: readonly string[];
  /** Under ComfyUI's `models`. */
  readonly folder: string;
  readonly url: string;
}

const apache: ModelLicence = {
  name: 'Apache-2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
  isCommercialUseAllowed: true,
};
const fluxDev: ModelLicence = {
  name: 'FLUX.1 [dev] Non-Commercial License',
  url: 'https://huggingface.co/black-forest-labs/FLUX.1-dev/blob/main/LICENSE.md',
  isCommercialUseAllowed: false,
};
const openRail: ModelLicence = {
  name: 'CreativeML Open RAIL++-M',
  url: 'https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md',
  isCommercialUseAllowed: true,
};
const bsd: ModelLicence = {
  name: 'BSD-3-Clause',
  url: 'https://github.com/xinntao/Real-ESRGAN/blob/master/LICENSE',
  isCommercialUseAllowed: true,
};
const insightface: ModelLicence = {
  name: 'InsightFace models: non-commercial research only',
  url: 'https://github.com/deepinsight/insightface#license',
  isCommercialUseAllowed: false,
};

const hub = 'https://huggingface.co';

export const MODEL_FILES = {
  fluxDev: {
    id: 'black-forest-labs/FLUX.1-dev',
    part: 'base',
    file: 'flux1-dev.safetensors',
    alternatives: ['flux1-dev-fp8.safetensors', 'flux1-dev-fp8-e4m3fn.safetensors'],
    folder: 'diffusion_models',
    url: `${hub}/black-forest-labs/FLUX.1-dev`,
    licence: fluxDev,
  },
  fluxSchnell: {
    id: 'black-forest-labs/FLUX.1-schnell',
    part: 'base',
    file: 'flux1-schnell.safetensors',
    alternatives: ['flux1-schnell-fp8.safetensors', 'flux1-schnell-fp8-e4m3fn.safetensors'],
    folder: 'diffusion_models',
    url: `${hub}/black-forest-labs/FLUX.1-schnell`,
    licence: apache,
  },
  t5: {
    id: 'google/t5-v1_1-xxl',
    part: 'other',
    file: 't5xxl_fp16.safetensors',
    alternatives: ['t5xxl_fp8_e4m3fn_scaled.safetensors', 't5xxl_fp8_e4m3fn.safetensors'],
    folder: 'text_encoders',
    url: `${hub}/comfyanonymous/flux_text_encoders`,
    licence: apache,
  },
  clipL: {
    id: 'openai/clip-vit-large-patch14',
    part: 'other',
    file: 'clip_l.safetensors',
    folder: 'text_encoders',
    url: `${hub}/comfyanonymous/flux_text_encoders`,
    licence: { ...apache, name: 'MIT', url: 'https://github.com/openai/CLIP/blob/main/LICENSE' },
  },
  fluxVae: {
    id: 'black-forest-labs/FLUX.1-schnell (VAE)',
    part: 'other',
    file: 'ae.safetensors',
    alternatives: ['flux_ae.safetensors', 'flux-vae.safetensors'],
    folder: 'vae',
    url: `${hub}/black-forest-labs/FLUX.1-schnell`,
    licence: apache,
  },
  // Not the original file: its keys load here without an error and without an effect.
  realismLora: {
    id: 'XLabs-AI/flux-RealismLora',
    part: 'lora',
    file: 'flux_realism_lora.safetensors',
    folder: 'loras',
    url: `${hub}/comfyanonymous/flux_RealismLora_converted_comfyui`,
    licence: fluxDev,
  },
  fluxPose: {
    id: 'Shakker-Labs/FLUX.1-dev-ControlNet-Union-Pro-2.0',
    part: 'control',
    file: 'FLUX.1-dev-ControlNet-Union-Pro-2.0.safetensors',
    alternatives: [
      'FLUX.1-dev-ControlNet-Union-Pro-2.0-fp8.safetensors',
      'flux_controlnet_union_pro_2.0.safetensors',
    ],
    folder: 'controlnet',
    url: `${hub}/Shakker-Labs/FLUX.1-dev-ControlNet-Union-Pro-2.0`,
    licence: fluxDev,
  },
  pulid: {
    id: 'guozinan/PuLID',
    part: 'identity',
    file: 'pulid_flux_v0.9.1.safetensors',
    alternatives: ['pulid_flux_v0.9.0.safetensors'],
    folder: 'pulid',
    url: `${hub}/guozinan/PuLID`,
    licence: apache,
  },
  antelope: {
    id: 'InsightFace antelopev2',
    part: 'identity',
    file: 'antelopev2',
    folder: 'insightface/models',
    url: `${hub}/MonsterMMORPG/tools`,
    licence: insightface,
  },
  qwenEdit: {
    id: 'Qwen/Qwen-Image-Edit-2511',
    part: 'base',
    file: 'qwen_image_edit_2511_bf16.safetensors',
    alternatives: [
      'qwen_image_edit_2511_fp8mixed.safetensors',
      'qwen_image_edit_2511_fp8_e4m3fn.safetensors',
      'qwen_image_edit_2509_bf16.safetensors',
      'qwen_image_edit_2509_fp8_e4m3fn.safetensors',
    ],
    folder: 'diffusion_models',
    url: `${hub}/Comfy-Org/Qwen-Image-Edit_ComfyUI`,
    licence: apache,
  },
  qwenText: {
    id: 'Qwen/Qwen2.5-VL-7B-Instruct',
    part: 'other',
    file: 'qwen_2.5_vl_7b_fp8_scaled.safetensors',
    alternatives: ['qwen_2.5_vl_7b.safetensors'],
    folder: 'text_encoders',
    url: `${hub}/Comfy-Org/Qwen-Image_ComfyUI`,
    licence: apache,
  },
  qwenVae: {
    id: 'Qwen/Qwen-Image (VAE)',
    part: 'other',
    file: 'qwen_image_vae.safetensors',
    folder: 'vae',
    url: `${hub}/Comfy-Org/Qwen-Image_ComfyUI`,
    licence: apache,
  },
  sdxl: {
    id: 'stabilityai/stable-diffusion-xl-base-1.0',
    part: 'base',
    file: 'sd_xl_base_1.0.safetensors',
    folder: 'checkpoints',
    url: `${hub}/stabilityai/stable-diffusion-xl-base-1.0`,
    licence: openRail,
  },
  instantId: {
    id: 'InstantX/InstantID',
    part: 'identity',
    file: 'ip-adapter.bin',
    folder: 'instantid',
    url: `${hub}/InstantX/InstantID`,
    licence: apache,
  },
  instantIdNet: {
    id: 'InstantX/InstantID (ControlNet)',
    part: 'control',
    file: 'instantid/diffusion_pytorch_model.safetensors',
    alternatives: ['control_instant_id_sdxl.safetensors'],
    folder: 'controlnet',
    url: `${hub}/InstantX/InstantID`,
    licence: apache,
  },
  sdxlPose: {
    id: 'xinsir/controlnet-openpose-sdxl-1.0',
    part: 'control',
    file: 'controlnet-openpose-sdxl-1.0.safetensors',
    alternatives: ['xinsir_openpose_sdxl.safetensors', 'OpenPoseXL2.safetensors'],
    folder: 'controlnet',
    url: `${hub}/xinsir/controlnet-openpose-sdxl-1.0`,
    licence: apache,
  },
  wan: {
    id: 'Wan-AI/Wan2.2-TI2V-5B',
    part: 'video',
    file: 'wan2.2_ti2v_5B_fp16.safetensors',
    folder: 'diffusion_models',
    url: `${hub}/Comfy-Org/Wan_2.2_ComfyUI_Repackaged`,
    licence: apache,
  },
  wanText: {
    id: 'google/umt5-xxl',
    part: 'other',
    file: 'umt5_xxl_fp8_e4m3fn_scaled.safetensors',
    alternatives: ['umt5_xxl_fp16.safetensors'],
    folder: 'text_encoders',
    url: `${hub}/Comfy-Org/Wan_2.1_ComfyUI_repackaged`,
    licence: apache,
  },
  wanVae: {
    id: 'Wan-AI/Wan2.2-TI2V-5B (VAE)',
    part: 'other',
    file: 'wan2.2_vae.safetensors',
    folder: 'vae',
    url: `${hub}/Comfy-Org/Wan_2.2_ComfyUI_Repackaged`,
    licence: apache,
  },
  upscaler: {
    id: 'Real-ESRGAN x4plus',
    part: 'upscaler',
    file: 'RealESRGAN_x4plus.pth',
    alternatives: ['RealESRGAN_x4plus.safetensors', 'RealESRGAN_x2plus.pth'],
    folder: 'upscale_models',
    url: 'https://github.com/xinntao/Real-ESRGAN/releases',
    licence: bsd,
  },
} as const satisfies Record<string, ModelFile>;

const ALL: readonly ModelFile[] = Object.values(MODEL_FILES);

/** The other names a file of a shipped workflow may lie under. */
export const alternativesOf = (file: string): readonly string[] =>
  ALL.find((one) => one.file === file)?.alternatives ?? [];

/** Where a missing file comes from and goes to; null for what is none of ours. */
export const whereToGet = (file: string): { url: string; folder: string } | null =>
  ALL.find((one) => one.file === file) ?? null;
