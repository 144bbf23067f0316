import { Worker } from 'node:worker_threads';
import type { FigureJob, FigurePicture, FigurePool, RenderWatch } from '../figure-job.ts';
import { channelsOf } from '../picture/channels-of.ts';
import { hasInk, needsEdges } from '../picture/finish-rows.ts';
import { drawnJob } from '../pixel-art/pixel-grid.ts';
import { toPixelArt } from '../pixel-art/to-pixel-art.ts';
import { BAND_ROWS, Slot, type WorkerJob, type WorkerReport } from './worker-job.ts';

/** Share of the work that is drawing; the rest is smooth edges and lines. */
const DRAWING_SHARE = 0.8;

interface Errand {
  readonly job: FigureJob;
  readonly work: WorkerJob;
  readonly watch: RenderWatch;
  readonly settle: (result: FigurePicture | Error) => void;
  readonly waitingFor: Set<Worker>;
  readonly onAbort: () => void;
  settled: boolean;
}

interface Seat {
  worker: Worker;
}

/**
 * Threads that stay alive and draw one picture at a time together; further pictures wait their turn.
 * `render` rejects with the signal's reason at once when it aborts, and with an Error that says why when the job
 * is wrong or a thread dies; the dead thread is replaced.
 */
export function createFigurePool(options: { workers: number }): FigurePool {
  const waiting: Errand[] = [];
  let current: Errand | null = null;
  let nextId = 1;
  let closed = false;

  const seats: Seat[] = [];
  for (let i = 0; i < Math.max(1, options.workers); i++) seats.push(seat());

  function seat(): Seat {
    const made: Seat = { worker: hire() };
    function hire(): Worker {
      const worker = new Worker(new URL('./figure-worker.ts', import.meta.url));
      worker.on('message', (report: WorkerReport) => hear(worker, report));
      worker.on('error', (error) => lose(worker, `A drawing thread failed: ${String(error)}`));
      worker.on('exit', () => lose(worker, 'A drawing thread ended before its picture was done.'));
      worker.unref();
      return worker;
    }
    function lose(worker: Worker, message: string): void {
      if (closed || made.worker !== worker) return;
      made.worker = hire();
      if (!current?.waitingFor.has(worker)) return;
      finish(current, new Error(message));
      leave(current, worker);
    }
    return made;
  }

  function hear(worker: Worker, report: WorkerReport): void {
    const errand = current;
    if (!errand || report.id !== errand.work.id) return;
    if (report.kind === 'progress') {
      if (!errand.settled) errand.watch.onProgress?.(fractionOf(errand.work));
      return;
    }
    if (report.kind === 'failed') finish(errand, new Error(report.message));
    leave(errand, worker);
  }

  /** A worker is done with the current errand, whatever became of it; the last one frees the pool. */
  function leave(errand: Errand, worker: Worker): void {
    errand.waitingFor.delete(worker);
    if (errand.waitingFor.size > 0) return;
    finish(errand, pictureOf(errand));
    current = null;
    for (const s of seats) s.worker.unref();
    startNext();
  }

  function finish(errand: Errand, result: FigurePicture | Error): void {
    if (errand.settled) return;
    errand.settled = true;
    if (result instanceof Error) stop(errand);
    errand.watch.signal?.removeEventListener('abort', errand.onAbort);
    errand.settle(result);
  }

  function startNext(): void {
    const errand = waiting.shift();
    if (!errand || current) {
      if (errand) waiting.unshift(errand);
      return;
    }
    current = errand;
    try {
      for (const s of seats) {
        s.worker.postMessage(errand.work);
        errand.waitingFor.add(s.worker);
        s.worker.ref();
      }
    } catch (error) {
      // A job that cannot be sent to a thread was sent to none.
      finish(errand, new Error('This job cannot be sent to a drawing thread.', { cause: error }));
      current = null;
      startNext();
    }
  }

  return {
    render: (job, watch = {}) =>
      new Promise<FigurePicture>((resolve, reject) => {
        const { signal } = watch;
        if (closed) return reject(new Error('The figure pool is closed.'));
        if (signal?.aborted) return reject(signal.reason);
        const errand: Errand = {
          job,
          work: { id: nextId++, ...sharedMemory(drawnJob(job)) },
          watch,
          settle: (result) => (result instanceof Error ? reject(result) : resolve(result)),
          waitingFor: new Set(),
          onAbort: () => {
            const place = waiting.indexOf(errand);
            if (place >= 0) waiting.splice(place, 1);
            if (errand.settled) return;
            errand.settled = true;
            stop(errand);
            reject(signal?.reason);
          },
          settled: false,
        };
        signal?.addEventListener('abort', errand.onAbort, { once: true });
        waiting.push(errand);
        startNext();
      }),
    close: async () => {
      closed = true;
      const left = new Error('The figure pool was closed before this picture was done.');
      for (const errand of [...waiting, ...(current ? [current] : [])]) finish(errand, left);
      waiting.length = 0;
      await Promise.all(seats.map((s) => s.worker.terminate()));
    },
  };
}

function stop(errand: Errand): void {
  Atomics.store(new Int32Array(errand.work.counters), Slot.stop, 1);
}

function sharedMemory(job: FigureJob): Omit<WorkerJob, 'id'> {
  const size = Math.max(0, Math.floor(job.widthPx * job.heightPx)) || 0;
  const channels = channelsOf(job);
  return {
    job,
    pixels: new SharedArrayBuffer(size * channels),
    edges: needsEdges(job)
      ? {
          group: new SharedArrayBuffer(size),
          depth: new SharedArrayBuffer(size * 4),
          tint: new SharedArrayBuffer(size),
          normals: hasInk(job) ? new SharedArrayBuffer(size * 3) : null,
        }
      : null,
    counters: new SharedArrayBuffer(Slot.count * 4),
  };
}

function pictureOf({ job, work }: Errand): FigurePicture {
  const { widthPx, heightPx } = work.job;
  const picture = {
    // A copy in ordinary memory: encoders do not take shared memory.
    pixels: new Uint8Array(work.pixels).slice(),
    widthPx,
    heightPx,
    channels: channelsOf(work.job),
  };
  if (job.shading !== 'pixel' || !work.edges) return picture;
  const { group, depth } = work.edges;
  const edges = { group: new Uint8Array(group), depth: new Float32Array(depth) };
  return toPixelArt(job, picture, edges);
}

function fractionOf(work: WorkerJob): number {
  const counters = new Int32Array(work.counters);
  const bands = Math.ceil(work.job.heightPx / BAND_ROWS);
  const drawn = Atomics.load(counters, Slot.drawnBands) / bands;
  if (!work.edges) return drawn;
  const finished = Atomics.load(counters, Slot.finishedBands) / bands;
  return drawn * DRAWING_SHARE + finished * (1 - DRAWING_SHARE);
}
