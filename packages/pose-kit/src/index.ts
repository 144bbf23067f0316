export * from './contact-names.ts';
export * from './contact-places.ts';
export * from './mirror-pose.ts';
export * from './pose-spec.ts';
export * from './rig.ts';
export * from './solve-pose.ts';
export * from './solved-pose.ts';
