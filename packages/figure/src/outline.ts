export type { InkPicture } from './outline/outline-drawing.ts';
export { outlineOnThread } from './outline/outline-on-thread.ts';
