export * from './setting.ts';
export * from './setting-kinds.ts';
