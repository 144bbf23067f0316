export { createVision, type VisionOptions } from './create-vision.ts';
export type { Vision } from './vision.ts';
