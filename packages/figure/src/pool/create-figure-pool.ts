import { Worker } from 'node:worker_threads';
import type { FigureJob, FigurePicture, FigurePool, RenderWatch } from '../figure-job.ts';
import { BLOCKS_MAX } from '../march/lattice.ts';
import type { TreeRoom } from '../march/take-block.ts';
import { channelsOf } from '../picture/channels-of.ts';
import { hasInk, needsEdges } from '../picture/finish-rows.ts';
import { drawnJob } from '../pixel-art/pixel-grid.ts';
import { toPixelArt } from '../pixel-art/to-pixel-art.ts';
import { BAND_ROWS, Slot, type Team, type WorkerJob, type WorkerReport } from './worker-job.ts';

/** Share of the work that is drawing; the rest is smooth edges and lines. */
const DRAWING_SHARE = 0.8;

interface Errand {
  readonly job: FigureJob;
  readonly work: Omit<WorkerJob, 'team'>;
  readonly watch: RenderWatch;
  readonly settle: (result: FigurePicture | Error) => void;
  readonly onAbort: () => void;
  settled: boolean;
}

/** A thread's place in the pool; another thread takes it when one dies. */
interface Seat {
  worker: Worker;
  /** Known as soon as the thread runs. */
  tree: TreeRoom | null;
  errand: Errand | null;
}

/**
 * Threads that stay alive between pictures. They draw one picture together, or with `alone` each a picture of its
 * own; pictures are begun in the order they were asked for.
 * `render` rejects with the signal's reason at once when it aborts, and with an Error that says why when the job
 * is wrong or a thread dies; the dead thread is replaced.
 */
export function createFigurePool(options: { workers: number }): FigurePool {
  const waiting: Errand[] = [];
  const seats: Seat[] = [];
  let nextId = 1;
  let closed = false;
  for (let i = 0; i < Math.max(1, options.workers); i++) seats.push(takeSeat());

  function takeSeat(): Seat {
    const seat: Seat = { worker: hire(), tree: null, errand: null };
    function hire(): Worker {
      const worker = new Worker(new URL('./figure-worker.ts', import.meta.url));
      worker.on('message', (report: WorkerReport) => hear(seat, report));
      worker.on('error', (error) => lose(worker, `A drawing thread failed: ${String(error)}`));
      worker.on('exit', () => lose(worker, 'A drawing thread ended before its picture was done.'));
      worker.unref();
      return worker;
    }
    function lose(worker: Worker, message: string): void {
      if (closed || seat.worker !== worker) return;
      seat.tree = null;
      seat.worker = hire();
      if (!seat.errand) return;
      finish(seat.errand, new Error(message));
      leave(seat);
    }
    return seat;
  }

  function hear(seat: Seat, report: WorkerReport): void {
    if (report.kind === 'hired') {
      seat.tree = report.tree;
      return;
    }
    const { errand } = seat;
    if (!errand || report.id !== errand.work.id) return;
    if (report.kind === 'progress') {
      if (!errand.settled) errand.watch.onProgress?.(fractionOf(errand.work));
      return;
    }
    if (report.kind === 'failed') finish(errand, new Error(report.message));
    leave(seat);
  }

  /** A thread is done with its picture, whatever became of it; the last of a picture's threads hands it over. */
  function leave(seat: Seat): void {
    const { errand } = seat;
    seat.errand = null;
    seat.worker.unref();
    if (errand && !seats.some((other) => other.errand === errand) && !errand.settled)
      finish(errand, pictureOf(errand));
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
    for (let errand = waiting[0]; errand; errand = waiting[0]) {
      const free = seats.filter((seat) => !seat.errand);
      const team = errand.watch.alone ? free.slice(0, 1) : free;
      if (team.length < (errand.watch.alone ? 1 : seats.length)) return;
      waiting.shift();
      begin(errand, team);
    }
  }

  function begin(errand: Errand, team: readonly Seat[]): void {
    try {
      const teams = teamsOf(team);
      for (const [place, seat] of team.entries()) {
        const work: WorkerJob = { ...errand.work, team: teams(place) };
        seat.worker.postMessage(work);
        seat.errand = errand;
        seat.worker.ref();
      }
    } catch (error) {
      // A job that cannot be sent to a thread was sent to none.
      finish(errand, new Error('This job cannot be sent to a drawing thread.', { cause: error }));
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
          onAbort: () => {
            const place = waiting.indexOf(errand);
            if (place >= 0) waiting.splice(place, 1);
            if (errand.settled) return;
            errand.settled = true;
            stop(errand);
            reject(signal?.reason);
            startNext();
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
      const begun = seats.flatMap(({ errand }) => errand ?? []);
      for (const errand of [...waiting, ...begun]) finish(errand, left);
      waiting.length = 0;
      await Promise.all(seats.map(({ worker }) => worker.terminate()));
    },
  };
}

/** What each thread of a team needs to build the tree with the others; null while one of them has not said where its own lies. */
function teamsOf(seats: readonly Seat[]): (place: number) => Team | null {
  const trees = seats.flatMap(({ tree }) => tree ?? []);
  if (trees.length < seats.length || seats.length < 2) return () => null;
  const builders = new SharedArrayBuffer(BLOCKS_MAX);
  return (place) => ({ place, trees, builders });
}

function stop(errand: Errand): void {
  Atomics.store(new Int32Array(errand.work.counters), Slot.stop, 1);
}

function sharedMemory(job: FigureJob): Omit<WorkerJob, 'id' | 'team'> {
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

function fractionOf(work: Errand['work']): number {
  const counters = new Int32Array(work.counters);
  const bands = Math.ceil(work.job.heightPx / BAND_ROWS);
  const drawn = Atomics.load(counters, Slot.drawnBands) / bands;
  if (!work.edges) return drawn;
  const finished = Atomics.load(counters, Slot.finishedBands) / bands;
  return drawn * DRAWING_SHARE + finished * (1 - DRAWING_SHARE);
}
