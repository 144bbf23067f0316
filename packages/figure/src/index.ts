export * from './figure-job.ts';
