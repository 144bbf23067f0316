import type { FigureJob } from '../figure-job.ts';

/** Bytes per pixel of the job's picture. */
export const channelsOf = (job: FigureJob): 3 | 4 => (job.backdrop === 'transparent' ? 4 : 3);
