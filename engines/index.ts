export { type ComfyuiSettings, createComfyuiEngine } from './comfyui/create-comfyui-engine.ts';
export * from './engine.ts';
export { createLocalEngine } from './local/create-local-engine.ts';
