export { createJobs, type JobsOptions, type JobsRoom } from './create-jobs.ts';
export { JobStopped } from './job-stopped.ts';
export { createPostgresQueue } from './postgres-queue.ts';
export { createRedisQueue } from './redis-queue.ts';
export { jobsSchema } from './schema-owner.ts';
export type { WakeQueue } from './wake-queue.ts';
