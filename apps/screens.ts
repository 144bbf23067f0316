// The screens of every app, one line each; the web app shows those whose app the server lists.
export { avatarCreatorScreens } from './avatar-creator/web/index.ts';
export { avatarGeneratorScreens } from './avatar-generator/web/index.ts';
