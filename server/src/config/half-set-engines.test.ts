import { afterAll, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'lumiku-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said about these settings; none when the studio would start. */
function told(environment: Record<string, string>): string[] {
  try {
    readConfig({ LUMIKU_DATA_DIR: folder, ...environment });
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return (error.issues ?? []).map(({ message }) => message);
  }
}

const OWN_SERVER = { OPENAI_IMAGES_URL: 'http://localhost:8000', OPENAI_IMAGES_SERVER: 'sglang' };

test.each([
  [{ OPENAI_IMAGES_SERVER: 'sglang' }, 'Set OPENAI_IMAGES_URL, too, or leave OPENAI_IMAGES_SERVER'],
  [{ OPENAI_IMAGES_URL: 'http://localhost:8000' }, 'Set OPENAI_IMAGES_SERVER, too'],
  [{ OPENAI_IMAGES_SERVER: 'openai' }, 'Set OPENAI_IMAGES_API_KEY, too'],
  [{ OPENAI_IMAGES_MODEL: 'x' }, 'Set OPENAI_IMAGES_SERVER and OPENAI_IMAGES_URL, too'],
  [{ ...OWN_SERVER, OPENAI_IMAGES_KINDS: 'pictures' }, 'names pictures, which is nothing'],
  [{ ...OWN_SERVER, OPENAI_IMAGES_KINDS: 'image-to-video' }, 'SGLang-Diffusion makes no clips'],
  [{ ...OWN_SERVER, OPENAI_IMAGES_MODEL: 'Wan-AI/Wan2.2' }, 'makes nothing that SGLang-Diffusion'],
  [{ OPENAI_IMAGES_API_KEY: 'k', OPENAI_IMAGES_STEPS: '20' }, 'Leave OPENAI_IMAGES_STEPS out.'],
  [{ OPENAI_IMAGES_API_KEY: 'k', OPENAI_IMAGES_LORA: 'a/b' }, 'OpenAI takes no LoRA'],
  [{ COMFYUI_POSE_TRANSFER: 'off' }, 'COMFYUI_POSE_TRANSFER is set, but ComfyUI is not set up'],
  [{ COMFYUI_URL: 'http://localhost:8188', COMFYUI_UPSCALE: './none.json' }, 'cannot be read'],
  [{ AUTOMATIC1111_LORA: 'x' }, 'Set AUTOMATIC1111_URL, too'],
  [{ AUTOMATIC1111_URL: 'http://localhost', AUTOMATIC1111_USER: 'me' }, 'AUTOMATIC1111_PASSWORD'],
  [
    { AUTOMATIC1111_URL: 'http://localhost', AUTOMATIC1111_FORGE_MODULES: 'ae' },
    'Set AUTOMATIC1111_CHECKPOINT, too',
  ],
  [{ HUGGINGFACE_ENDPOINT_URL: 'https://x.test' }, 'Set HUGGINGFACE_API_KEY, too'],
  [{ HUGGINGFACE_API_KEY: 'k', HUGGINGFACE_PROVIDERS: 'nebius' }, 'names nebius'],
  [{ HUGGINGFACE_API_KEY: 'k', HUGGINGFACE_PROVIDERS: 'nscale' }, 'names none that takes a LoRA'],
  [{ FAL_POSE_MODEL: 'x' }, 'Set FAL_KEY, too, or leave FAL_POSE_MODEL out.'],
  [{ FAL_KEY: 'k', FLUX_LORA_MODEL: 'somebody/lora' }, 'which file of the repository'],
  [{ REPLICATE_WEBHOOK_URL: 'https://x.test' }, 'Set REPLICATE_API_TOKEN, too'],
  [{ MODELSLAB_QUEUE: '5', MODELSLAB_LORA: 'x' }, 'leave MODELSLAB_LORA, MODELSLAB_QUEUE out'],
])('an engine half set up is refused, with what is missing: %o', (environment, words) => {
  const said = told(environment);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(words);
});

test.each([
  {},
  { OPENAI_IMAGES_API_KEY: 'k' },
  { ...OWN_SERVER, OPENAI_IMAGES_STEPS: '20', OPENAI_IMAGES_LORA: 'off' },
  { COMFYUI_URL: 'http://localhost:8188', COMFYUI_POSE_TRANSFER: 'flux-pose-identity' },
  { AUTOMATIC1111_URL: 'http://localhost:7860' },
  { HUGGINGFACE_API_KEY: 'k', HUGGINGFACE_PROVIDERS: 'wavespeed, fal-ai' },
  { FLUX_LORA_MODEL: 'somebody/lora' },
])('a whole set-up is taken: %o', (environment) => expect(told(environment)).toEqual([]));
