// The server side of every app, one line each; apps/screens.ts has the other side.
export { avatarCreator } from './avatar-creator/server/index.ts';
export { avatarGenerator } from './avatar-generator/server/index.ts';
