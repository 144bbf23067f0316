import type {
  EngineAbility,
  EngineClipMade,
  EnginePictureMade,
  Engines,
  Log,
  RunningJob,
} from '@lumiku/app-kit';
import {
  type Engine,
  type EngineCapability,
  type EngineOutput,
  type EngineRequest,
  type EngineRequestKind,
  fitSize,
} from '@lumiku/engines/engine';
import type { Attempts } from './attempts.ts';
import { chooseEngines, type RoutingRules } from './choose-engines.ts';
import { createPlaces } from './create-places.ts';
import { followWork } from './follow-work.ts';
import type { Previews } from './previews.ts';
import { resumeWork } from './resume-work.ts';
import { submitWork } from './submit-work.ts';
import { openWorkBook } from './work-book.ts';
import type { Tell, WorkParts } from './work-parts.ts';

export interface EnginesRoom extends Engines {
  close(): Promise<void>;
}

export interface EnginesDeps {
  readonly log: Log;
  readonly attempts: Attempts;
  readonly previews: Previews;
  readonly drawFigure?: NonNullable<WorkParts['drawFigure']>;
  readonly rules?: Partial<RoutingRules>;
  /** The operator's own limits, by engine. */
  readonly concurrency?: ReadonlyMap<string, number>;
  readonly timeoutSeconds?: ReadonlyMap<string, number>;
}

const CONCURRENCY = 4;
const TIMEOUT_MS = 10 * 60_000;
const FREE_RULES: RoutingRules = { order: {}, isCommercial: false, licensedModels: new Set() };
const KINDS: readonly EngineRequestKind[] = [
  ...(['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video', 'upscale'] as const),
];

/**
 * The engines of this process. Work is handed to one exactly once: the key of the attempt is stored before the engine
 * is called and its ticket before anything else happens, so that a job that is run again, in whatever process, follows
 * the same work.
 */
export function createEngines(engines: readonly Engine[], deps: EnginesDeps): EnginesRoom {
  const rules: RoutingRules = { ...FREE_RULES, ...deps.rules };
  const placesOf = (engine: Engine) =>
    deps.concurrency?.get(engine.id) ?? engine.concurrency ?? CONCURRENCY;
  const secondsFor = (engine: Engine) => deps.timeoutSeconds?.get(engine.id);
  const places = new Map(engines.map((engine) => [engine, createPlaces(placesOf(engine))]));
  const parts: WorkParts = {
    ...{ engines, rules, attempts: deps.attempts, previews: deps.previews, log: deps.log },
    placesAt: (engine) => places.get(engine) ?? createPlaces(placesOf(engine)),
    timeoutMs: (engine) => (secondsFor(engine) ?? 0) * 1_000 || (engine.timeoutMs ?? TIMEOUT_MS),
    ...(deps.drawFigure && { drawFigure: deps.drawFigure }),
  };
  const first = (kind: EngineRequestKind) => chooseEngines(engines, kind, rules)[0];

  async function work(
    job: RunningJob<unknown>,
    request: EngineRequest,
  ): Promise<{ engineId: string; output: EngineOutput }> {
    const book = await openWorkBook(job.ticket, request);
    const { tell, close } = openTelling(parts, job);
    try {
      const wanted = { job, request, book, tell };
      const before = book.piece;
      const resumed = before && (await resumeWork(parts, wanted, before));
      const obtained = resumed ?? (await submitWork(parts, wanted));
      using _place = obtained.place;
      const { piece } = book;
      if (!piece) throw new Error('work was handed over, but its page in the book is empty');
      const output = await followWork(parts, wanted, obtained, piece);
      return { engineId: obtained.engine.id, output };
    } finally {
      await close();
    }
  }

  return {
    async make(job, request): Promise<EnginePictureMade> {
      const { engineId, output } = await work(job, request);
      if (output.kind !== 'picture') throw new Error('a clip passed for a picture');
      const { kind: _, costUsd: __, ...picture } = output;
      return { ...picture, engineId };
    },
    async makeClip(job, request): Promise<EngineClipMade> {
      const { engineId, output } = await work(job, request);
      if (output.kind !== 'clip') throw new Error('a picture passed for a clip');
      const { kind: _, costUsd: __, ...clip } = output;
      return { ...clip, poster: clip.poster ?? request.picture, engineId };
    },
    preferred(kind) {
      const found = first(kind);
      return found
        ? { id: found.engine.id, title: found.engine.title, isAi: found.can.isAi }
        : null;
    },
    abilities: () =>
      KINDS.flatMap((kind) => {
        const found = first(kind);
        return found ? [abilityOf(found.engine, found.can)] : [];
      }),
    async close() {
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}

/** Progress with the newest preview in it, once one has been kept. */
function openTelling(
  parts: WorkParts,
  job: RunningJob<unknown>,
): { tell: Tell; close(): Promise<void> } {
  let at: { fraction: number | null; stage: string } = { fraction: null, stage: 'queued' };
  let previewUrl: string | undefined;
  const say = () => job.progress({ ...at, ...(previewUrl === undefined ? {} : { previewUrl }) });
  const line = parts.previews.open(job, (url) => {
    previewUrl = url;
    say();
  });
  return {
    tell: ({ fraction, stage, preview }) => {
      at = { fraction, stage };
      say();
      if (preview) line.show(preview);
    },
    close: () => line.close(),
  };
}

function abilityOf(engine: Engine, can: EngineCapability): EngineAbility {
  return {
    ...{ kind: can.kind, engineId: engine.id, title: engine.title, isAi: can.isAi },
    longestSidePx: longestPortraitPx(can),
    takesSeed: can.takesSeed,
    keepsIdentity: can.keepsIdentity ?? false,
    ...{ reportsProgress: can.reportsProgress, sendsPreviews: can.sendsPreviews },
    ...{ cancels: can.cancels, secondsMax: can.secondsMax ?? null },
  };
}

/** How high a portrait it can make: a limit of the area, or a few fixed sizes, allow less than the longest side says. */
function longestPortraitPx(can: EngineCapability): number {
  const wanted = { widthPx: can.longestSidePx * 0.75, heightPx: can.longestSidePx };
  return fitSize(wanted, can).heightPx;
}
