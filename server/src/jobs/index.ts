export { createJobs, type JobsOptions, type JobsRoom } from './create-jobs.ts';
export { createPostgresQueue } from './postgres-queue.ts';
export { createRedisQueue } from './redis-queue.ts';
export type { WakeQueue } from './wake-queue.ts';
