// Every engine there is, one line each; `preference` in its definition says in which order they are asked.
export { comfyui } from './comfyui/index.ts';
export { fal } from './fal/index.ts';
export { local } from './local/index.ts';
export { replicate } from './replicate/index.ts';
