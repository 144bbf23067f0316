/** What the Avatar Creator takes and answers; the same schemas validate on the server and type the screens. */
export * from './contract/avatars.ts';
export * from './contract/choices.ts';
export * from './contract/makings.ts';
export * from './contract/previews.ts';
export * from './contract/projects.ts';
