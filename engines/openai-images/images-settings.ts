import {
  address,
  decimal,
  list,
  oneOf,
  optional,
  setting,
  text,
  wholeNumber,
} from '@lumiku/contract/settings';
import type { ServerKind } from './profiles.ts';

const SERVERS = [
  'openai',
  'sglang',
  'vllm-omni',
  'localai',
  'sd-server',
] as const satisfies readonly ServerKind[];
/** What it may be asked for. */
export const IMAGES_KINDS = [
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
] as const;

/** What an operator sets for the server that is asked. */
export const imagesSettings = {
  server: setting({
    env: 'OPENAI_IMAGES_SERVER',
    schema: optional(oneOf(SERVERS)),
    fallback: undefined,
    fallbackText: 'openai when OPENAI_IMAGES_API_KEY is set and no address is; else none',
    about:
      'What speaks the OpenAI images API: openai, sglang, vllm-omni, localai or sd-server (stable-diffusion.cpp).',
    fix: 'Set openai, sglang, vllm-omni, localai or sd-server.',
    example: 'vllm-omni',
  }),
  url: setting({
    env: 'OPENAI_IMAGES_URL',
    schema: optional(address(['http:', 'https:'])),
    fallback: undefined,
    fallbackText: 'https://api.openai.com for openai, else none',
    about: 'Where that server is, with or without /v1.',
    fix: 'Set its address, e.g. http://localhost:8000.',
    example: 'http://localhost:8000',
  }),
  apiKey: setting({
    env: 'OPENAI_IMAGES_API_KEY',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Its key; servers of your own often have none.',
    fix: 'Set the key of the account or of the server.',
    isSecret: true,
  }),
  model: setting({
    env: 'OPENAI_IMAGES_MODEL',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'gpt-image-2 for openai, else FLUX_MODEL',
    about: 'The model it runs, by its name at Hugging Face: licence and abilities follow from it.',
    fix: 'Set a name such as Qwen/Qwen-Image-Edit-2511.',
    example: 'Qwen/Qwen-Image-Edit-2511',
  }),
  kinds: setting({
    env: 'OPENAI_IMAGES_KINDS',
    schema: optional(list),
    fallback: undefined,
    fallbackText: 'as the model suggests',
    about: `What it is asked for: ${IMAGES_KINDS.join(', ')}.`,
    fix: `Name some of ${IMAGES_KINDS.join(', ')} with commas between them.`,
    example: 'text-to-image, pose-transfer',
  }),
  lora: setting({
    env: 'OPENAI_IMAGES_LORA',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'FLUX_LORA_MODEL where the model is FLUX.1-dev, else none',
    about:
      'LoRA as that server finds it: a name at Hugging Face, a path, or a file in its LoRA folder; off for none.',
    fix: 'Set a name, a path, or off.',
  }),
  steps: setting({
    env: 'OPENAI_IMAGES_STEPS',
    schema: optional(wholeNumber(1, 200)),
    fallback: undefined,
    fallbackText: 'the server’s own',
    about: 'Steps of one picture, where the server lets them be chosen.',
    fix: 'Set a whole number from 1 to 200.',
  }),
  frames: setting({
    env: 'OPENAI_IMAGES_FRAMES',
    schema: optional(wholeNumber(0, 3)),
    fallback: undefined,
    fallbackText: '1 for openai, else none',
    about:
      'Frames of the picture so far that OpenAI sends while it draws; each costs a few tokens.',
    fix: 'Set a whole number from 0 to 3.',
  }),
  guidance: setting({
    env: 'OPENAI_IMAGES_GUIDANCE',
    schema: optional(decimal(0, 20)),
    fallback: undefined,
    fallbackText: 'the server’s own',
    about: 'How closely the words are followed, where the server lets it be chosen.',
    fix: 'Set a number from 0 to 20.',
  }),
};
