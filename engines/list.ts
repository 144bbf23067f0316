// Every engine there is, one line each; `preference` in its definition says in which order they are asked.
export { automatic1111 } from './automatic1111/index.ts';
export { comfyui } from './comfyui/index.ts';
export { fal } from './fal/index.ts';
export { huggingFace } from './hugging-face/index.ts';
export { local } from './local/index.ts';
export { modelslab } from './modelslab/index.ts';
export { openaiImages } from './openai-images/index.ts';
export { replicate } from './replicate/index.ts';
