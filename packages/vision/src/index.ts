export { createVision, type VisionOptions } from './create-vision.ts';
export type { SeenBodies, SeenBody } from './seen-bodies.ts';
export type { Vision } from './vision.ts';
