/** Asking people once whether their photos may be used, and saying what becomes of them: for every app that takes one. */
export * from './consent-dialog.tsx';
export * from './photo-promise.tsx';
export * from './use-consent.ts';
export * from './use-consent-first.tsx';
