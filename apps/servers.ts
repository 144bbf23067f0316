// The server side of every app, one line each; apps/screens.ts has the other side.
export { avatarGenerator } from './avatar-generator/server/index.ts';
