import type { FigureJob } from '../figure-job.ts';
import type { BandOrder, BandReply } from './preview-messages.ts';

export type PreviewState = 'drawing' | 'ready' | 'failed';

export interface FigurePreview {
  /** Draws this figure instead of the one before; what is not done of that is dropped. */
  show(job: FigureJob): void;
  /** Ends the threads; the canvas keeps what is on it. */
  close(): void;
}

export interface FigurePreviewOptions {
  /** `drawing` with every `show`, then `ready`, or `failed` with the reason. */
  readonly onState?: (state: PreviewState, reason?: string) => void;
  /** Default: as many as the machine can spare, at most four. */
  readonly workers?: number;
}

/** The first, rough picture has this share of the rows and columns. */
const ROUGH_SHARE = 4;
const ROUGH_ROWS = 32;
const FULL_ROWS = 48;
const WORKERS_MAX = 4;

interface Run {
  readonly id: number;
  readonly job: FigureJob;
  /** What was asked for; `job` may be its rough version. */
  readonly of: FigureJob;
  readonly isRough: boolean;
  readonly rows: number;
  nextRow: number;
  rowsLeft: number;
}

/**
 * Draws figures into a canvas with the server's renderer, in threads of the browser: a rough picture within a few
 * frames, then the full one, whose bytes are those `renderFigure` gives for the job. The canvas takes the job's size
 * in pixels; scale it with CSS.
 */
export function createFigurePreview(
  canvas: HTMLCanvasElement,
  options: FigurePreviewOptions = {},
): FigurePreview {
  const surface = canvas.getContext('2d');
  const rough = document.createElement('canvas');
  const roughSurface = rough.getContext('2d', { willReadFrequently: true });
  if (!surface || !roughSurface) throw new Error('This browser cannot draw on a canvas.');
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  let run: Run | null = null;
  let wanted: FigureJob | null = null;
  let lastId = 0;

  const spare = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  const count = options.workers ?? Math.min(WORKERS_MAX, Math.max(2, spare));
  for (let i = 0; i < count; i++) hire();

  function hire(): void {
    const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<BandReply>) => {
      hear(data);
      idle.push(worker);
      giveWork();
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message || 'A drawing thread could not be started.');
    });
    workers.push(worker);
    idle.push(worker);
  }

  function fail(reason: string): void {
    run = wanted = null;
    options.onState?.('failed', reason);
  }

  function begin(of: FigureJob, isRough: boolean): void {
    if (isRough) {
      rough.width = roughly(of.widthPx);
      rough.height = roughly(of.heightPx);
    }
    const size = { widthPx: rough.width, heightPx: rough.height };
    const job = isRough ? { ...of, ...size, smoothEdges: false } : of;
    run = {
      id: ++lastId,
      job,
      of,
      isRough,
      rows: of.shading === 'pixel' ? job.heightPx : isRough ? ROUGH_ROWS : FULL_ROWS,
      nextRow: 0,
      rowsLeft: job.heightPx,
    };
    giveWork();
  }

  function giveWork(): void {
    while (run && idle.length > 0 && run.nextRow < run.job.heightPx) {
      const from = run.nextRow;
      const to = Math.min(run.job.heightPx, from + run.rows);
      run.nextRow = to;
      const order: BandOrder = { id: run.id, job: run.job, from, to };
      idle.pop()?.postMessage(order);
    }
  }

  function hear(reply: BandReply): void {
    if (!run || reply.id !== run.id) return;
    if (reply.kind === 'failed') {
      fail(reply.message);
      return;
    }
    const { widthPx } = run.job;
    if (!run.isRough) fitCanvas(run.job);
    const image = new ImageData(reply.pixels, widthPx, reply.to - reply.from);
    (run.isRough ? roughSurface : surface)?.putImageData(image, 0, reply.from);
    run.rowsLeft -= reply.to - reply.from;
    if (run.rowsLeft > 0) return;
    if (!run.isRough || !wanted) {
      run = wanted = null;
      options.onState?.('ready');
      return;
    }
    putRough(run.of);
    begin(wanted, run.of !== wanted && hasRough(wanted));
  }

  function fitCanvas({ widthPx, heightPx }: FigureJob): void {
    if (canvas.width === widthPx && canvas.height === heightPx) return;
    canvas.width = widthPx;
    canvas.height = heightPx;
  }

  function putRough(job: FigureJob): void {
    const { widthPx, heightPx } = job;
    fitCanvas(job);
    surface?.clearRect(0, 0, widthPx, heightPx);
    surface?.drawImage(rough, 0, 0, widthPx, heightPx);
  }

  return {
    show: (job) => {
      wanted = job;
      options.onState?.('drawing');
      // A rough picture under way is finished first: somebody who drags a slider wants to see every step of it.
      if (!run?.isRough) begin(job, hasRough(job));
    },
    close: () => {
      run = wanted = null;
      for (const worker of workers) worker.terminate();
      idle.length = 0;
    },
  };
}

/** Pixel art is drawn small anyway, and rough it would be another picture. */
const hasRough = (job: FigureJob): boolean => job.shading !== 'pixel';

const roughly = (sidePx: number): number => Math.max(16, Math.round(sidePx / ROUGH_SHARE));
