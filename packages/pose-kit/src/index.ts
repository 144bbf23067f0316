export * from './solved-pose.ts';
