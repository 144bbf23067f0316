import { MODEL_FILES, type ModelFile } from '../model-files.ts';

/** `/object_info` of the nodes that the shipped workflows use, as ComfyUI 0.3.64 and the two extensions declare them. */
type Spec = readonly [string | readonly string[], Readonly<Record<string, unknown>>?];
interface Node {
  readonly required: Readonly<Record<string, Spec>>;
  readonly optional?: Readonly<Record<string, Spec>>;
  readonly isOutput?: boolean;
}

const MODEL: Spec = ['MODEL'];
const CLIP: Spec = ['CLIP'];
const VAE: Spec = ['VAE'];
const IMAGE: Spec = ['IMAGE'];
const LATENT: Spec = ['LATENT'];
const CONDITIONING: Spec = ['CONDITIONING'];
const TEXT: Spec = ['STRING', { multiline: true }];
const NUMBER: Spec = ['FLOAT', { default: 1, min: -100, max: 100 }];
const SIDE: Spec = ['INT', { default: 1024, min: 16, max: 16_384 }];
const COUNT: Spec = ['INT', { default: 1, min: 1, max: 4096 }];
const SEED: Spec = ['INT', { default: 0, min: 0, max: 2 ** 64 }];

const files = (installed: ReadonlyMap<string, readonly string[]>, folder: string): Spec => [
  installed.get(folder) ?? [],
];
/** Newer nodes declare their lists so. */
const newFiles = (installed: ReadonlyMap<string, readonly string[]>, folder: string): Spec => [
  'COMBO',
  { options: installed.get(folder) ?? [] },
];

/** Every model of the shipped workflows in its folder, some in a sub-folder as operators keep them. */
export function allFiles(): Map<string, string[]> {
  const installed = new Map<string, string[]>();
  for (const { folder, file } of Object.values<ModelFile>(MODEL_FILES)) {
    const name = file === 'clip_l.safetensors' ? 'flux/clip_l.safetensors' : file;
    installed.set(folder, [...(installed.get(folder) ?? []), name]);
  }
  return installed;
}

function nodes(installed: ReadonlyMap<string, readonly string[]>): Record<string, Node> {
  const providers: Spec = [['CPU', 'CUDA', 'ROCM']];
  const encode = { clip: CLIP, text: TEXT };
  const edit = {
    required: { clip: CLIP, prompt: TEXT },
    optional: { vae: VAE, image1: IMAGE, image2: IMAGE },
  };
  return {
    UNETLoader: {
      required: {
        unet_name: files(installed, 'diffusion_models'),
        weight_dtype: [['default', 'fp8_e4m3fn']],
      },
    },
    DualCLIPLoader: {
      required: {
        clip_name1: files(installed, 'text_encoders'),
        clip_name2: files(installed, 'text_encoders'),
        type: [['sdxl', 'sd3', 'flux', 'hunyuan_video']],
      },
    },
    CLIPLoader: {
      required: {
        clip_name: files(installed, 'text_encoders'),
        type: [['stable_diffusion', 'wan', 'qwen_image']],
      },
    },
    VAELoader: { required: { vae_name: files(installed, 'vae') } },
    CheckpointLoaderSimple: { required: { ckpt_name: files(installed, 'checkpoints') } },
    LoraLoaderModelOnly: {
      required: { model: MODEL, lora_name: files(installed, 'loras'), strength_model: NUMBER },
    },
    ControlNetLoader: { required: { control_net_name: files(installed, 'controlnet') } },
    UpscaleModelLoader: { required: { model_name: newFiles(installed, 'upscale_models') } },
    CLIPTextEncode: { required: encode },
    TextEncodeQwenImageEditPlus: edit,
    FluxGuidance: { required: { conditioning: CONDITIONING, guidance: NUMBER } },
    ConditioningZeroOut: { required: { conditioning: CONDITIONING } },
    EmptySD3LatentImage: { required: { width: SIDE, height: SIDE, batch_size: COUNT } },
    EmptyLatentImage: { required: { width: SIDE, height: SIDE, batch_size: COUNT } },
    Wan22ImageToVideoLatent: {
      required: { vae: VAE, width: SIDE, height: SIDE, length: COUNT, batch_size: COUNT },
      optional: { start_image: IMAGE },
    },
    ModelSamplingAuraFlow: { required: { model: MODEL, shift: NUMBER } },
    ModelSamplingSD3: { required: { model: MODEL, shift: NUMBER } },
    CFGNorm: { required: { model: MODEL, strength: NUMBER } },
    ControlNetApplyAdvanced: {
      required: {
        positive: CONDITIONING,
        negative: CONDITIONING,
        control_net: ['CONTROL_NET'],
        image: IMAGE,
        strength: NUMBER,
        start_percent: NUMBER,
        end_percent: NUMBER,
      },
      optional: { vae: VAE },
    },
    PulidFluxModelLoader: { required: { pulid_file: files(installed, 'pulid') } },
    PulidFluxEvaClipLoader: { required: {} },
    PulidFluxInsightFaceLoader: { required: { provider: providers } },
    // A fork that has come to require more than the workflow gives.
    ApplyPulidFlux: {
      required: {
        model: MODEL,
        pulid_flux: ['PULIDFLUX'],
        eva_clip: ['EVA_CLIP'],
        face_analysis: ['FACEANALYSIS'],
        image: IMAGE,
        weight: NUMBER,
        start_at: NUMBER,
        end_at: NUMBER,
        fusion: [['mean', 'concat']],
      },
    },
    InstantIDModelLoader: { required: { instantid_file: files(installed, 'instantid') } },
    InstantIDFaceAnalysis: { required: { provider: providers } },
    ApplyInstantID: {
      required: {
        instantid: ['INSTANTID'],
        insightface: ['FACEANALYSIS'],
        control_net: ['CONTROL_NET'],
        image: IMAGE,
        model: MODEL,
        positive: CONDITIONING,
        negative: CONDITIONING,
        weight: NUMBER,
        start_at: NUMBER,
        end_at: NUMBER,
      },
      optional: { image_kps: IMAGE },
    },
    KSampler: {
      required: {
        model: MODEL,
        seed: SEED,
        steps: COUNT,
        cfg: NUMBER,
        sampler_name: [['euler', 'uni_pc', 'dpmpp_2m']],
        scheduler: [['simple', 'karras']],
        positive: CONDITIONING,
        negative: CONDITIONING,
        latent_image: LATENT,
        denoise: NUMBER,
      },
    },
    VAEDecode: { required: { samples: LATENT, vae: VAE } },
    LoadImage: { required: { image: [[], { image_upload: true }] } },
    ImageUpscaleWithModel: { required: { upscale_model: ['UPSCALE_MODEL'], image: IMAGE } },
    ImageScale: {
      required: {
        image: IMAGE,
        upscale_method: [['nearest-exact', 'lanczos']],
        width: SIDE,
        height: SIDE,
        crop: [['disabled', 'center']],
      },
    },
    CreateVideo: { required: { images: IMAGE, fps: NUMBER } },
    SaveVideo: {
      required: {
        video: ['VIDEO'],
        filename_prefix: TEXT,
        format: ['COMBO', { options: ['auto', 'mp4'] }],
        codec: ['COMBO', { options: ['auto', 'h264'] }],
      },
      isOutput: true,
    },
    SaveImage: { required: { images: IMAGE, filename_prefix: TEXT }, isOutput: true },
    PreviewImage: { required: { images: IMAGE }, isOutput: true },
  };
}

/** What each node gives, in the order of its outputs; nodes that save give nothing. */
const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  UNETLoader: ['MODEL'],
  DualCLIPLoader: ['CLIP'],
  CLIPLoader: ['CLIP'],
  VAELoader: ['VAE'],
  CheckpointLoaderSimple: ['MODEL', 'CLIP', 'VAE'],
  LoraLoaderModelOnly: ['MODEL'],
  ControlNetLoader: ['CONTROL_NET'],
  UpscaleModelLoader: ['UPSCALE_MODEL'],
  CLIPTextEncode: ['CONDITIONING'],
  TextEncodeQwenImageEditPlus: ['CONDITIONING'],
  FluxGuidance: ['CONDITIONING'],
  ConditioningZeroOut: ['CONDITIONING'],
  EmptySD3LatentImage: ['LATENT'],
  EmptyLatentImage: ['LATENT'],
  Wan22ImageToVideoLatent: ['LATENT'],
  ModelSamplingAuraFlow: ['MODEL'],
  ModelSamplingSD3: ['MODEL'],
  CFGNorm: ['MODEL'],
  ControlNetApplyAdvanced: ['CONDITIONING', 'CONDITIONING'],
  PulidFluxModelLoader: ['PULIDFLUX'],
  PulidFluxEvaClipLoader: ['EVA_CLIP'],
  PulidFluxInsightFaceLoader: ['FACEANALYSIS'],
  ApplyPulidFlux: ['MODEL'],
  InstantIDModelLoader: ['INSTANTID'],
  InstantIDFaceAnalysis: ['FACEANALYSIS'],
  ApplyInstantID: ['MODEL', 'CONDITIONING', 'CONDITIONING'],
  KSampler: ['LATENT'],
  VAEDecode: ['IMAGE'],
  LoadImage: ['IMAGE', 'MASK'],
  ImageUpscaleWithModel: ['IMAGE'],
  ImageScale: ['IMAGE'],
  CreateVideo: ['VIDEO'],
};

export interface ServerNode {
  readonly input: { required: Record<string, unknown>; optional?: Record<string, unknown> };
  /** The types of its outputs. */
  readonly output: readonly string[];
  readonly output_node: boolean;
}

/** As the server answers it, without the classes it lacks. */
export function objectInfo(
  installed: ReadonlyMap<string, readonly string[]>,
  lacks: ReadonlySet<string>,
): Map<string, ServerNode> {
  return new Map(
    Object.entries(nodes(installed))
      .filter(([name]) => !lacks.has(name))
      .map(([name, { required, optional, isOutput }]) => [
        name,
        {
          input: { required, ...(optional ? { optional } : {}) },
          output: OUTPUTS[name] ?? [],
          output_node: isOutput ?? false,
        },
      ]),
  );
}
