import { parentPort } from 'node:worker_threads';
import { ownTreeRoom } from '../march/take-block.ts';
import { drawShare } from './draw-share.ts';
import type { WorkerJob, WorkerReport } from './worker-job.ts';

/** Entry of a pool's thread: draws its share of every picture it is sent and says how it went. */
const port = parentPort;
if (!port) throw new Error('This file runs as a worker of the figure pool.');

const tell = (report: WorkerReport): void => port.postMessage(report);
/** Bands between two progress reports. */
const REPORT_EVERY = 4;

tell({ kind: 'hired', tree: ownTreeRoom() });

port.on('message', (work: WorkerJob) => {
  let bands = 0;
  try {
    drawShare(work, () => {
      bands++;
      if (bands % REPORT_EVERY === 0) tell({ kind: 'progress', id: work.id });
    });
    tell({ kind: 'finished', id: work.id });
  } catch (error) {
    tell({
      kind: 'failed',
      id: work.id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
});
