export { createPhotos } from './create-photos.ts';
