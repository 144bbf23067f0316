export { createPhotos } from './create-photos.ts';
export { peopleOf } from './measure-picture.ts';
